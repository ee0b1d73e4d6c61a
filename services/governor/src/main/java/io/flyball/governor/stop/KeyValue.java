package io.flyball.governor.stop;

import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The key's value to and from an order. */
final class KeyValue {
    static final String RELEASED = "{\"active\":false}";
    private static final String BY_HAND = "redis";
    private static final JsonMapper JSON = new JsonMapper();

    private KeyValue() {}

    /** What that value says, looked at at that time. */
    static KeyReading read(@Nullable String value, Instant at) {
        if (value == null) {
            return new KeyReading.Missing();
        }
        return new KeyReading.Held(
                switch (StopValue.read(value)) {
                    case StopState.Clear _ -> released(JSON.readTree(value), at);
                    case StopState.Stopped stopped ->
                        new StopOrder("", true, stopped.reason(), stopped.by(), BY_HAND, time(stopped.at(), at));
                    case StopState.Unknown unknown -> new StopOrder("", true, unknown.why(), "unknown", BY_HAND, at);
                });
    }

    /** Who releases by hand may say who and why; nobody has to. */
    private static StopOrder released(JsonNode value, Instant at) {
        String reason = text(value, "reason").orElse("no reason given");
        String by = text(value, "released_by", "by", "activated_by").orElse("unknown");
        return new StopOrder("", false, reason, by, BY_HAND, at);
    }

    /** The value that holds that stop. */
    static String of(StopOrder stop) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("active", true);
        value.put("reason", stop.reason());
        value.put("activated_by", stop.by());
        value.put("activated_at", stop.at().toString());
        return JSON.writeValueAsString(value);
    }

    private static Optional<String> text(JsonNode value, String... fields) {
        return Stream.of(fields)
                .map(value::path)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst();
    }

    private static Instant time(@Nullable String text, Instant otherwise) {
        try {
            return Optional.ofNullable(text).map(Instant::parse).orElse(otherwise);
        } catch (DateTimeException _) {
            return otherwise;
        }
    }
}
