package io.flyball.toolexecutor.tools;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a look found, as named typed values: a JSON object in the order in which they were found. Numbers are numbers, units stand in the
 * names (connectMillis, memoryKib), times are UTC, what nobody knows is not there.
 */
public final class Findings {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int LONGEST = 4_000;

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** One more; nothing is added where the value is not known. */
    public Findings with(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, plain(value));
        }
        return this;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Findings below -> below.values;
            case Collection<?> many -> many.stream().map(Findings::plain).toList();
            case Map<?, ?> many -> plain(many);
            case Instant time -> time.toString();
            case Number number -> number;
            case Boolean truth -> truth;
            default -> Words.plain(value.toString(), LONGEST);
        };
    }

    private static Map<String, Object> plain(Map<?, ?> many) {
        Map<String, Object> plain = new LinkedHashMap<>();
        many.forEach((name, value) ->
                plain.put(Words.plain(String.valueOf(name)), plain(Objects.requireNonNullElse(value, ""))));
        return plain;
    }

    /** As many of them as are shown; how many were left out is said beside by {@code total}. */
    public Findings some(String name, String total, List<?> all, int most) {
        return with(total, all.size()).with(name, all.stream().limit(most).toList());
    }

    public String text() {
        return JSON.writeValueAsString(values);
    }

    /** The look succeeded with this. */
    public ToolOutcome outcome() {
        return ToolOutcome.Succeeded.with(text());
    }
}
