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

/** The value of the emergency stop's key to and from an order. */
final class KeyValue implements KeyWords {
    static final String RELEASED = "{\"active\":false}";
    static final String BY_HAND = "redis";
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public KeyReading read(@Nullable String value, Instant at) {
        if (value == null) {
            return new KeyReading.Missing();
        }
        String id = StopValue.order(value);
        return new KeyReading.Held(
                value,
                switch (StopValue.read(value)) {
                    case StopState.Clear _ -> released(id, JSON.readTree(value), at);
                    case StopState.Stopped stopped ->
                        new StopOrder(id, true, stopped.reason(), stopped.by(), BY_HAND, time(stopped.at(), at));
                    case StopState.Unknown unknown -> new StopOrder(id, true, unknown.why(), "unknown", BY_HAND, at);
                });
    }

    /** What an inactive key says of who and why; as an order it counts for nothing. */
    private static StopOrder released(String id, JsonNode value, Instant at) {
        String reason = text(value, "reason").orElse("no reason given");
        String by = text(value, "released_by", "by", "activated_by").orElse("unknown");
        return new StopOrder(id, false, reason, by, BY_HAND, at);
    }

    @Override
    public String of(StopOrder order) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("active", order.stops());
        value.put("reason", order.reason());
        value.put(order.stops() ? "activated_by" : "released_by", order.by());
        value.put(order.stops() ? "activated_at" : "released_at", order.at().toString());
        if (!order.id().isEmpty()) {
            value.put(StopValue.ORDER, order.id());
        }
        return JSON.writeValueAsString(value);
    }

    private static Optional<String> text(JsonNode value, String... fields) {
        return Stream.of(fields)
                .map(value::path)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst();
    }

    static Instant time(@Nullable String text, Instant otherwise) {
        try {
            return Optional.ofNullable(text).map(Instant::parse).orElse(otherwise);
        } catch (DateTimeException _) {
            return otherwise;
        }
    }
}
