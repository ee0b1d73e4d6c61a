package io.flyball.cli.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads what is added to a log, whole lines only; a log that has begun anew is read from its beginning. */
final class LogFollower {
    private static final int MOST = 1 << 20;

    private final Path log;
    private long position;

    /** @param position where to begin, in bytes */
    LogFollower(Path log, long position) {
        this.log = log;
        this.position = position;
    }

    /** The lines since the last call; none if there is no such log. */
    List<String> next() {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < position) {
                position = 0;
            }
            var bytes = new byte[(int) Math.min(MOST, file.length() - position)];
            file.seek(position);
            file.readFully(bytes);
            return lines(bytes);
        } catch (IOException _) {
            return List.of();
        }
    }

    private List<String> lines(byte[] bytes) {
        var end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        position += end;
        return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
    }
}
