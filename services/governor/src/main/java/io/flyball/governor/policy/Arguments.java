package io.flyball.governor.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An action's arguments, read once.
 *
 * @param values by name; whole numbers are longs, as expressions expect them
 */
record Arguments(Map<String, Object> values) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** The arguments in that text; empty if it is no JSON object. */
    static Optional<Arguments> read(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, OBJECT)).map(Arguments::new);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** The command in {@code argv}; empty if there is none or it is not a list of strings. */
    List<String> argv() {
        return words(values.get("argv"));
    }

    /** The command and those in {@code pipe} behind it; empty if one of them is no list of strings, or has no word. */
    List<List<String>> commands() {
        List<List<String>> commands = new ArrayList<>(List.of(argv()));
        switch (values.get("pipe")) {
            case null -> {}
            case List<?> pipe -> pipe.forEach(command -> commands.add(words(command)));
            default -> commands.add(List.of());
        }
        return commands.stream().anyMatch(List::isEmpty) ? List.of() : List.copyOf(commands);
    }

    private static List<String> words(@Nullable Object value) {
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    /** The working directory of a command; absent if none is named. */
    @Nullable
    String directory() {
        return values.get("directory") instanceof String directory ? directory : null;
    }
}
