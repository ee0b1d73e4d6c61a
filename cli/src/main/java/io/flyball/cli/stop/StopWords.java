package io.flyball.cli.stop;

import io.flyball.cli.output.Json;
import io.flyball.platform.stop.StopState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The emergency stop in JSON and in words. */
public final class StopWords {
    private StopWords() {}

    static ObjectNode body(String reason, String by) {
        return Json.object().put("reason", reason).put("by", by).put("channel", "cli");
    }

    /** The fields of {@code GET /api/stop}; what nobody knows counts as active. */
    public static ObjectNode json(StopState state) {
        return switch (state) {
            case StopState.Clear _ -> fields(false, true, null, null, null);
            case StopState.Stopped on -> fields(true, true, on.reason(), on.by(), on.at());
            case StopState.Unknown unknown -> fields(true, false, unknown.why(), null, null);
        };
    }

    private static ObjectNode fields(
            boolean active, boolean known, @Nullable String reason, @Nullable String by, @Nullable String at) {
        return Json.object()
                .put("active", active)
                .put("known", known)
                .put("reason", reason)
                .put("by", by)
                .put("at", at);
    }

    /** One line for people on a kill switch that is on. */
    public static String killed(JsonNode one) {
        return "%s %s since %s, by %s on %s: %s"
                .formatted(
                        Json.text(one, "kind"),
                        Json.text(one, "name"),
                        Json.text(one, "at", "an unknown time"),
                        Json.text(one, "by", "unknown"),
                        Json.text(one, "channel", "an unknown channel"),
                        Json.text(one, "reason", "no reason given"));
    }

    /** One line for people. */
    public static String sentence(JsonNode stop) {
        if (!stop.path("active").asBoolean(true)) {
            return "off";
        }
        return stop.path("known").asBoolean(true)
                ? "ON since %s, by %s: %s"
                        .formatted(
                                Json.text(stop, "at", "an unknown time"),
                                Json.text(stop, "by", "unknown"),
                                Json.text(stop, "reason", "no reason given"))
                : "NOT KNOWN, so nothing acts: " + Json.text(stop, "reason", "Redis gives no answer");
    }
}
