package io.flyball.localstack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The last lines of a log, indented, for a message. */
final class LogTail {

    private static final int LINES = 20;
    private static final int BYTES = 8_192;

    private LogTail() {}

    static String of(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var start = Math.max(0, file.length() - BYTES);
            var bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return "The last lines of %s:%n%s".formatted(log, lastLines(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            return "Its log %s cannot be read (%s).".formatted(log, unreadable.getMessage());
        }
    }

    private static String lastLines(String text) {
        var lines = text.lines().toList();
        return lines.stream()
                .skip(Math.max(0, lines.size() - LINES))
                .map(line -> "    " + line)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
