package io.flyball.cli.stop;

import io.flyball.cli.output.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Who has answered an order, in words: the field {@code halt} of {@code GET /api/stop} and of its switches. */
public final class HaltWords {
    private HaltWords() {}

    /** Whether all live workers have; false as well where the console tells nothing of it. */
    public static boolean confirmed(JsonNode halt) {
        return halt.path("confirmed").asBoolean(false);
    }

    /** One line for people; empty where there was no order, or the console is older. */
    public static Optional<String> sentence(JsonNode halt) {
        return halt.isObject() ? Optional.of(said(halt)) : Optional.empty();
    }

    private static String said(JsonNode halt) {
        JsonNode answers = halt.path("answers");
        if (confirmed(halt)) {
            return "confirmed by all %d live workers within %d ms%s"
                    .formatted(answers.size(), slowest(answers), work(answers));
        }
        JsonNode missing = halt.path("missing");
        if (missing.isEmpty()) {
            return "NOT CONFIRMED: no worker is known to be there";
        }
        List<String> names = new ArrayList<>();
        missing.forEach(one -> names.add(name(one)));
        return "NOT CONFIRMED: %d of %d workers have not answered: %s"
                .formatted(missing.size(), missing.size() + answers.size(), String.join(", ", names));
    }

    private static String name(JsonNode missing) {
        String worker = Json.text(missing, "worker");
        return missing.path("silent").asBoolean(false)
                ? worker + " (silent since " + Json.text(missing, "lastSign") + ")"
                : worker;
    }

    private static long slowest(JsonNode answers) {
        return answers.valueStream()
                .mapToLong(it -> it.path("tookMillis").asLong(0))
                .max()
                .orElse(0);
    }

    private static String work(JsonNode answers) {
        long ended = sum(answers, "ended");
        long finishing = sum(answers, "finishing");
        return (ended > 0 ? ", " + ended + " running calls ended" : "")
                + (finishing > 0 ? ", " + finishing + " model calls come to their end" : "");
    }

    private static long sum(JsonNode answers, String field) {
        return answers.valueStream().mapToLong(it -> it.path(field).asLong(0)).sum();
    }
}
