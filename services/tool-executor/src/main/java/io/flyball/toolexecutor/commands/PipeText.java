package io.flyball.toolexecutor.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Commands joined by pipes, as a shell reads them. Every word stands in single quotes, in which a shell knows no other
 * sign than the quote itself: nothing in a word is ever interpreted.
 */
final class PipeText {
    private PipeText() {}

    /** @param program the file of a command's program */
    static String of(List<List<String>> commands, Function<List<String>, Path> program) {
        return commands.stream()
                .map(argv -> Stream.concat(
                                Stream.of(program.apply(argv).toString()), argv.subList(1, argv.size()).stream())
                        .map(PipeText::quoted)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
