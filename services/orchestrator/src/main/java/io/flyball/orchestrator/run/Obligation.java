package io.flyball.orchestrator.run;

import org.jspecify.annotations.Nullable;

/**
 * A verification that the run owes.
 *
 * @param target what was changed
 * @param actionId the newest action that changed it
 * @param hint how to verify it, as the tool catalogue says
 * @param failures how many verifications of it have failed
 * @param phase the phase of the manifest that the change belonged to; null for none
 */
public record Obligation(
        String target,
        String actionId,
        @Nullable String hint,
        int failures,
        @Nullable String phase) {

    Obligation failed() {
        return new Obligation(target, actionId, hint, failures + 1, phase);
    }
}
