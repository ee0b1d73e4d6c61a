package io.flyball.cli.demo;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the person wants.
 *
 * @param model plan by model instead of by runbook
 * @param keep leave the web service running
 * @param down end the stack afterwards if the demo started it
 * @param timeout how long the run may take
 * @param project the folder that holds demo/deployctl
 */
record DemoSettings(Reply reply, boolean model, boolean keep, boolean down, Duration timeout, Path project) {

    /** What to answer when an action is held. */
    enum Reply {
        ASK,
        APPROVE,
        DENY
    }
}
