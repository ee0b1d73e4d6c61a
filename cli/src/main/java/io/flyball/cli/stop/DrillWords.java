package io.flyball.cli.stop;

import io.flyball.cli.output.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a drill of the stop showed, in words. */
public final class DrillWords {
    private DrillWords() {}

    /** One line for people. */
    public static String sentence(JsonNode figures) {
        boolean proved = figures.path("proved").asBoolean(false);
        JsonNode receipts = figures.path("receiptMillis");
        return "%s at %s: %s, %d receipts within %d ms, %d of %d no-op actions ended%s"
                .formatted(
                        proved ? "proved" : "NOT PROVED",
                        Json.text(figures, "at", "an unknown time"),
                        refused(figures.path("refusedMillis")),
                        receipts.size(),
                        receipts.valueStream().mapToLong(JsonNode::asLong).max().orElse(0),
                        figures.path("ended").asInt(0),
                        figures.path("noOps").asInt(0),
                        missing(figures.path("missing")));
    }

    private static String refused(JsonNode millis) {
        return millis.isNumber() ? "refused after " + millis.asLong() + " ms" : "NOTHING WAS REFUSED";
    }

    private static String missing(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(one -> names.add(one.asString()));
        return names.isEmpty() ? "" : ", no receipt from " + String.join(", ", names);
    }
}
