package io.flyball.toolexecutor.tools;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an action's effects are marked with, so that others can tell whose they are, and whether they are late.
 *
 * @param runId the run that causes them
 * @param actionId the action
 * @param agent the agent that asked for it
 * @param fence token of the lock under which it acts; absent when it took none
 * @param declared what the action says that it changes
 */
public record Mark(
        String runId,
        String actionId,
        String agent,
        @Nullable Long fence,
        Set<String> declared) {

    public Mark {
        declared = Set.copyOf(declared);
    }
}
