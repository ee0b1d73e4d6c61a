package io.flyball.toolexecutor.execution;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * What a read must show. It is compared with the whole output after the secret filter, so that nobody learns about a secret
 * by asking whether it is there.
 *
 * @param text what the output is compared with; empty with SUCCEEDS
 */
record Expectation(Kind kind, String text) {
    /** Characters of the text in an error. */
    private static final int SHOWN = 200;

    /** How the output is compared. */
    enum Kind {
        SUCCEEDS,
        CONTAINS,
        LACKS,
        MATCHES
    }

    /** What the output does not show of what it must, in words; empty if it shows everything. */
    static Optional<String> unmet(List<Expectation> expectations, List<String> output) {
        return expectations.stream()
                .filter(expectation -> !expectation.isMet(output))
                .findFirst()
                .map(expectation -> expectation.words(output.size() > 1));
    }

    /** @param output its beginning and, where it was too long to be kept whole, its end */
    private boolean isMet(List<String> output) {
        return switch (kind) {
            case SUCCEEDS -> true;
            case CONTAINS -> output.stream().anyMatch(part -> part.contains(text));
            // What nobody kept may hold it.
            case LACKS -> output.size() == 1 && !output.getFirst().contains(text);
            case MATCHES ->
                pattern()
                        .map(p ->
                                output.stream().anyMatch(part -> p.matcher(part).find()))
                        .orElse(false);
        };
    }

    /** RE2 takes time that grows with the text alone, whatever the expression. */
    private Optional<Pattern> pattern() {
        try {
            return Optional.of(Pattern.compile(text, Pattern.MULTILINE));
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    private String words(boolean cut) {
        String what = switch (kind) {
            case SUCCEEDS -> "does not succeed";
            case CONTAINS -> "does not contain \"" + shown() + "\"";
            case LACKS -> (cut ? "may contain \"" : "contains \"") + shown() + "\"";
            case MATCHES ->
                pattern().isPresent()
                        ? "has nothing that matches " + shown()
                        : "cannot be compared: " + shown() + " is no regular expression (RE2)";
        };
        return "not as expected: the output " + what
                + (cut ? "; it was too long to be kept whole, so ask for less of it" : "");
    }

    /** A planner may expect a whole file; an error stays an error's length. */
    private String shown() {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ...";
    }
}
