package io.flyball.platform.stop;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the values of the keys of the emergency stop and the kill switches; whatever is not clearly inactive is active. */
public final class StopValue {
    public static final String KEY = "agent:emergency_stop";
    /** A message here means: look at the keys now. */
    public static final String CHANNEL = "agent:emergency_stop:changed";

    /** The field that names the order which the value follows from. */
    public static final String ORDER = "order";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StopValue() {}

    /** What the emergency-stop key's value says; a missing key counts as active, because a flushed Redis is no release. */
    public static StopState read(@Nullable String value) {
        if (value == null) {
            return new StopState.Stopped(KEY, "the key is missing", "unknown", null);
        }
        try {
            return read(JSON.readTree(value));
        } catch (JacksonException _) {
            return new StopState.Stopped(KEY, "the key holds no JSON: " + abbreviate(value), "unknown", null);
        }
    }

    /** Id of the order that the key's value names; empty if it names none. */
    public static String order(@Nullable String value) {
        try {
            return value == null ? "" : text(JSON.readTree(value), ORDER).orElse("");
        } catch (JacksonException _) {
            return "";
        }
    }

    /** What a kill switch's value says; a missing key is off, {@code 0} is off, anything else is on. */
    public static StopState readKillSwitch(String key, @Nullable String value) {
        if (value == null || value.equals("0")) {
            return new StopState.Clear();
        }
        JsonNode json = json(value);
        return new StopState.Stopped(
                key,
                text(json, "reason").orElse("kill switch"),
                text(json, "by").orElse("unknown"),
                text(json, "at").orElse(null));
    }

    private static @Nullable JsonNode json(String value) {
        try {
            return JSON.readTree(value);
        } catch (JacksonException _) {
            return null;
        }
    }

    private static StopState read(@Nullable JsonNode json) {
        if (json != null
                && json.isObject()
                && json.path("active").isBoolean()
                && !json.path("active").asBoolean()) {
            return new StopState.Clear();
        }
        return new StopState.Stopped(
                KEY,
                text(json, "reason").orElse("no reason given"),
                text(json, "activated_by").orElse("unknown"),
                text(json, "activated_at").orElse(null));
    }

    private static Optional<String> text(@Nullable JsonNode json, String field) {
        return Optional.ofNullable(json)
                .map(node -> node.path(field))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    private static String abbreviate(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "...";
    }
}
