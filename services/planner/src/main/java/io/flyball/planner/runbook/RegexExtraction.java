package io.flyball.planner.runbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads by the first match of a regular expression. */
public final class RegexExtraction implements Extraction {
    private final Pattern pattern;
    private final Map<String, Integer> groups;
    private final @Nullable String otherwise;

    private RegexExtraction(Pattern pattern, Map<String, Integer> groups, @Nullable String otherwise) {
        this.pattern = pattern;
        this.groups = Map.copyOf(groups);
        this.otherwise = otherwise;
    }

    /**
     * Sets that variable to the first group, or to the whole match if there is no group.
     *
     * @param otherwise the value where nothing matches; absent means that something must
     * @throws IllegalArgumentException if the expression has more than one group
     */
    public static RegexExtraction of(String variable, Pattern pattern, @Nullable String otherwise) {
        int count = pattern.matcher("").groupCount();
        if (count > 1) {
            throw new IllegalArgumentException(
                    "has " + count + " groups for one variable: name the groups instead of giving var");
        }
        return new RegexExtraction(pattern, Map.of(variable, count), otherwise);
    }

    /**
     * Sets a variable for every named group.
     *
     * @throws IllegalArgumentException if the expression has none
     */
    public static RegexExtraction ofNamedGroups(Pattern pattern, @Nullable String otherwise) {
        if (pattern.namedGroups().isEmpty()) {
            throw new IllegalArgumentException(
                    "has no named groups: name a variable with var, or groups as (?<name>...)");
        }
        return new RegexExtraction(pattern, pattern.namedGroups(), otherwise);
    }

    @Override
    public Map<String, String> from(String output) {
        Matcher matcher = pattern.matcher(output);
        boolean found = matcher.find();
        Map<String, String> values = new HashMap<>();
        groups.forEach((name, group) -> {
            String value = found ? matcher.group(group) : null;
            values.put(name, value != null ? value : orElse(name));
        });
        return values;
    }

    private String orElse(String variable) {
        if (otherwise == null) {
            throw new CannotGoOn("the output has nothing for vars." + variable + ": no match of " + pattern);
        }
        return Objects.requireNonNull(otherwise);
    }

    @Override
    public List<String> variables() {
        return groups.keySet().stream().sorted().toList();
    }
}
