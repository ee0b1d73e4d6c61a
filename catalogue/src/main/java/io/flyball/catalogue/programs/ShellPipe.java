package io.flyball.catalogue.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line as a person writes it, taken apart into commands joined by pipes where no shell is needed for anything else. */
public final class ShellPipe {
    private ShellPipe() {}

    /**
     * The commands in their order, one where there is no pipe; empty if only a shell could run the line. What is only a roundabout way to say
     * another command is that command.
     */
    public static Optional<List<List<String>>> of(String line) {
        return OnlyEchoed.command(line).map(ShellPipe::commands).orElseGet(() -> commands(line));
    }

    private static Optional<List<List<String>>> commands(String line) {
        List<List<String>> commands = new ArrayList<>();
        for (String part : parts(line)) {
            Optional<List<String>> words = ShellWords.of(part);
            if (words.isEmpty()) {
                return Optional.empty();
            }
            commands.add(words.get());
        }
        return Optional.of(GivenByEcho.folded(commands));
    }

    /** Cut at every pipe outside of quotes; {@code ||} and {@code |&} leave a part that is no command. */
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        char quote = 0;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\\' && quote != '\'') {
                at++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '|') {
                parts.add(line.substring(begin, at));
                begin = at + 1;
            }
        }
        parts.add(line.substring(begin));
        return parts;
    }
}
