package io.flyball.drills.heal;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of a run, as the console tells it.
 *
 * @param outcome empty while it is open
 * @param causes components and kinds that it names as certain
 * @param changed whether it has changed anything
 * @param briefed when it first said what it is: by a remedy, or by its end; absent while it has not
 * @param said its last words, for people
 */
record RunSeen(
        String id,
        String status,
        String outcome,
        Set<String> causes,
        boolean changed,
        @Nullable Instant briefed,
        double dollars,
        String said) {
    private static final Pattern CAUSE = Pattern.compile("\\[([a-z-]+/[a-z-]+)]");
    private static final String UNCERTAIN = "no cause is certain";

    static RunSeen of(JsonNode run) {
        String outcome = run.path("outcome").asString("");
        String said = outcome.equals("ESCALATED")
                ? run.path("handOver").path("reason").asString("")
                : run.path("summary").asString("");
        return new RunSeen(
                run.path("id").asString(""),
                run.path("status").asString(""),
                outcome,
                causes(outcome, said),
                run.path("actions").valueStream().anyMatch(RunSeen::hasChanged),
                briefed(run),
                run.path("cost").path("dollars").asDouble(0),
                said);
    }

    boolean ended() {
        return status.equals("ENDED");
    }

    private static Set<String> causes(String outcome, String said) {
        Set<String> causes = new TreeSet<>();
        if (outcome.equals("NOT_REPRODUCED")) {
            causes.add("alert/nothing-wrong");
        }
        Matcher cause = CAUSE.matcher(said);
        while (!said.contains(UNCERTAIN) && cause.find()) {
            causes.add(cause.group(1));
        }
        return causes;
    }

    private static boolean hasChanged(JsonNode action) {
        return isChange(action)
                && !action.path("status").asString("").isEmpty()
                && !action.path("status").asString("").equals("REFUSED");
    }

    private static boolean isChange(JsonNode action) {
        String effect = action.path("effect").asString("READ");
        return !effect.equals("READ") && !effect.isEmpty();
    }

    private static @Nullable Instant briefed(JsonNode run) {
        return run.path("steps")
                .valueStream()
                .filter(step -> !step.path("decision").asString("").equals("ACT") || proposesChange(run, step))
                .map(step -> Instant.parse(step.path("at").asString()))
                .findFirst()
                .orElse(null);
    }

    private static boolean proposesChange(JsonNode run, JsonNode step) {
        return run.path("actions")
                .valueStream()
                .anyMatch(action ->
                        action.path("step").asInt() == step.path("step").asInt() && isChange(action));
    }
}
