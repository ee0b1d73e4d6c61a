package io.flyball.catalogue.programs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code echo $(command)} says what the command says: it needs no shell, and no echo. */
final class OnlyEchoed {
    /** One command in one pair of brackets or backquotes, in quotes or not, and nothing else on the line. In backquotes a backslash means something else. */
    private static final Pattern LINE = Pattern.compile(
            "\\s*echo\\s+(?<quote>\"?)(?:\\$\\((?<inner>[^()`$]+)\\)|`(?<older>[^()`$\\\\]+)`)\\k<quote>\\s*");

    private OnlyEchoed() {}

    /** The command whose output is all that the line says; empty if the line is another. */
    static Optional<String> command(String line) {
        Matcher found = LINE.matcher(line);
        return found.matches()
                ? Optional.ofNullable(found.group("inner")).or(() -> Optional.ofNullable(found.group("older")))
                : Optional.empty();
    }
}
