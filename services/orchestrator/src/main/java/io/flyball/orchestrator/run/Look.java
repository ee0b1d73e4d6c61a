package io.flyball.orchestrator.run;

import java.time.Instant;

/**
 * A read that showed what it had to.
 *
 * @param about what it names, in lower case: its target, its arguments, what it verifies; shortened where they are long
 * @param sentAt when the executor was asked for it, by the engine's clock
 */
public record Look(String actionId, String about, Instant sentAt) {
    private static final int LONGEST = 500;

    public Look {
        about = about.length() <= LONGEST ? about : about.substring(0, LONGEST);
    }
}
