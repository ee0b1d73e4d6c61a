package io.flyball.orchestrator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A verification that the run owes.
 *
 * @param target what was changed
 * @param actionId the newest action that changed it
 * @param hint how to verify it, as the tool catalogue says
 * @param failures how many verifications of it have failed
 * @param phase the phase of the manifest that the change belonged to; null for none
 * @param besides calls that were with the executor when the change ended, as action id and sending: they may have looked
 *     before
 */
public record Obligation(
        String target,
        String actionId,
        @Nullable String hint,
        int failures,
        @Nullable String phase,
        List<String> besides) {

    public Obligation {
        // A state of an older version does not say.
        besides = besides == null ? List.of() : List.copyOf(besides);
    }

    static List<Obligation> without(List<Obligation> owed, String target) {
        return owed.stream().filter(o -> !o.target().equals(target)).collect(Collectors.toCollection(ArrayList::new));
    }

    Obligation failed() {
        return new Obligation(target, actionId, hint, failures + 1, phase, besides);
    }
}
