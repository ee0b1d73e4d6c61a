package io.flyball.toolexecutor.mcp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The executor's variables that a server gets, and that nothing which it answers may bring out again.
 *
 * @param values by name
 */
record Variables(Map<String, String> values) {
    /** Shorter ones stand in any text by chance. */
    private static final int SHORTEST_SECRET = 4;

    Variables {
        values = Map.copyOf(values);
    }

    /** The variable that is named and not there; empty if all are. */
    static Optional<String> missing(List<String> names, UnaryOperator<@Nullable String> lookup) {
        return names.stream().filter(name -> lookup.apply(name) == null).findFirst();
    }

    static Variables of(List<String> names, UnaryOperator<@Nullable String> lookup) {
        Map<String, String> values = new HashMap<>();
        for (String name : names) {
            String value = lookup.apply(name);
            if (value != null) {
                values.put(name, value);
            }
        }
        return new Variables(values);
    }

    /** The text, with the name of a variable in place of its value. */
    String leftOutOf(String text) {
        String left = text;
        for (Map.Entry<String, String> variable : values.entrySet()) {
            if (variable.getValue().length() >= SHORTEST_SECRET) {
                left = left.replace(variable.getValue(), "[" + variable.getKey() + "]");
            }
        }
        return left;
    }
}
