package io.flyball.catalogue.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command as a person writes it, taken apart into program and arguments where no shell is needed for it. Quotes and
 * backslashes count; variables and globs are left as they stand, since nobody expands them.
 */
public final class ShellWords {
    private static final String OPERATORS = "|&;<>()\n`";

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private int at;

    private ShellWords(String line) {
        this.line = line;
    }

    /** The words; empty if only a shell could run it, or a quote is not closed. */
    public static Optional<List<String>> of(String line) {
        return new ShellWords(line.strip()).split();
    }

    private Optional<List<String>> split() {
        while (at < line.length()) {
            char c = line.charAt(at++);
            boolean understood = switch (c) {
                case ' ', '\t' -> endWord();
                case '\'' -> single();
                case '"' -> twice();
                case '\\' -> escaped();
                default -> plain(c);
            };
            if (!understood) {
                return Optional.empty();
            }
        }
        endWord();
        return words.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(words));
    }

    private boolean endWord() {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
        return true;
    }

    private boolean take(char c) {
        word.append(c);
        begun = true;
        return true;
    }

    private boolean plain(char c) {
        return OPERATORS.indexOf(c) < 0 && !substitutes(c) && take(c);
    }

    /** {@code $(...)} and {@code $'...'} need a shell; {@code $NAME} is only a text. */
    private boolean substitutes(char c) {
        return c == '$' && at < line.length() && "({'\"".indexOf(line.charAt(at)) >= 0;
    }

    private boolean escaped() {
        return at < line.length() && take(line.charAt(at++));
    }

    private boolean single() {
        int end = line.indexOf('\'', at);
        if (end < 0) {
            return false;
        }
        word.append(line, at, end);
        begun = true;
        at = end + 1;
        return true;
    }

    private boolean twice() {
        begun = true;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return true;
            }
            if (c == '`' || c == '$' && at < line.length() && "({".indexOf(line.charAt(at)) >= 0) {
                return false;
            }
            boolean escape = c == '\\' && at < line.length() && "\"\\$`".indexOf(line.charAt(at)) >= 0;
            word.append(escape ? line.charAt(at++) : c);
        }
        return false;
    }
}
