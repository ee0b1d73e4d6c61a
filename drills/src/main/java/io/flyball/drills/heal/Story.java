package io.flyball.drills.heal;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A run as a short story: what was asked, what was changed, how it ended and why. */
final class Story {
    private static final int LINE = 220;

    private Story() {}

    static List<String> of(JsonNode run) {
        List<String> lines = new ArrayList<>();
        run.path("steps").forEach(step -> {
            lines.add("    " + step.path("at").asString("") + "  " + line(step.path("reasoning")));
            run.path("actions")
                    .valueStream()
                    .filter(action ->
                            action.path("step").asInt() == step.path("step").asInt())
                    .filter(action -> !action.path("effect").asString("READ").equals("READ"))
                    .forEach(action ->
                            lines.add("      " + line(action.path("arguments").path("argv")) + "  "
                                    + action.path("verdict").asString("") + "  " + line(action.path("output"))));
        });
        lines.add("    " + run.path("outcome").asString("") + ": " + line(run.path("summary")));
        run.path("rootCause").asString("").lines().forEach(line -> lines.add("      " + line));
        run.path("handOver").path("known").asString("").lines().forEach(line -> lines.add("      " + line));
        return lines;
    }

    private static String line(JsonNode value) {
        String text = (value.isString()
                        ? value.asString()
                        : value.isMissingNode() || value.isNull() ? "" : value.toString())
                .replaceAll("\\s+", " ")
                .strip();
        return text.length() <= LINE ? text : text.substring(0, LINE) + "...";
    }
}
