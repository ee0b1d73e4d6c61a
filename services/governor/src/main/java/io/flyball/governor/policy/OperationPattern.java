package io.flyball.governor.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The operations that a rule names. {@code *} stands for any text; case does not count, and hyphen and underscore are the
 * same, so that {@code delete_pod} does not slip past {@code delete-*}.
 */
public final class OperationPattern {
    private final String text;
    private final Pattern pattern;

    private OperationPattern(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /**
     * The pattern in that text.
     *
     * @throws IllegalArgumentException if it names nothing
     */
    public static OperationPattern of(String text) {
        if (!text.matches("[A-Za-z0-9*_-]+")) {
            throw new IllegalArgumentException(
                    "an operation is letters, digits, hyphens and * for any text, not '" + text + "'");
        }
        String regex =
                Arrays.stream(normal(text).split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return new OperationPattern(text, Pattern.compile(regex));
    }

    boolean matches(String operation) {
        return pattern.matcher(normal(operation)).matches();
    }

    private static String normal(String operation) {
        return operation.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return text;
    }
}
