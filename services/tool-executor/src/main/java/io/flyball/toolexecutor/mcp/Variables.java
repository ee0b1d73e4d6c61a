package io.flyball.toolexecutor.mcp;

import io.flyball.toolexecutor.secrets.GivenForms;
import java.util.Comparator;
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

    /** The text, with the name of a variable in place of its value, in whatever form a server may have written it. */
    String leftOutOf(String text) {
        String left = text;
        for (Map.Entry<String, String> variable : values.entrySet()) {
            for (String form : forms(variable.getValue())) {
                left = left.replace(form, "[" + variable.getKey() + "]");
            }
        }
        return left;
    }

    /** The longest first: one may stand within another. */
    private static List<String> forms(String value) {
        return value.length() < SHORTEST_SECRET
                ? List.of()
                : GivenForms.of(value).stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }
}
