package io.flyball.catalogue;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts an agent takes.
 *
 * @param alert regular expression that the whole alert name must match; absent means any name
 * @param labels regular expressions that the named labels must match whole; all of them must
 */
public record AlertMatcher(@Nullable String alert, @Nullable Map<String, String> labels) {

    public AlertMatcher {
        labels = labels == null ? Map.of() : Map.copyOf(labels);
        if (alert != null) {
            Pattern.compile(alert);
        }
        labels.values().forEach(Pattern::compile);
    }

    /** Whether it takes an alert of that name with those labels. */
    public boolean matches(String name, Map<String, String> alertLabels) {
        return (alert == null || Pattern.matches(alert, name))
                && java.util.Objects.requireNonNull(labels).entrySet().stream()
                        .allMatch(wanted ->
                                Pattern.matches(wanted.getValue(), alertLabels.getOrDefault(wanted.getKey(), "")));
    }
}
