package io.flyball.toolexecutor.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of a file, read in constant memory however long the file or a line may be.
 *
 * @param text the lines; as far as they were read when they are too long
 * @param tooLong whether they are longer than may be read at once
 */
record LineSlice(String text, boolean tooLong) {
    static final int MOST_BYTES = 100_000;

    /**
     * The lines from {@code offset}, counted from 0; the whole file without an offset and a limit.
     *
     * @throws IOException if the file cannot be read
     */
    static LineSlice of(Path file, @Nullable Integer offset, @Nullable Integer limit) throws IOException {
        long first = offset == null ? 0 : offset;
        long end = limit == null ? Long.MAX_VALUE : first + limit;
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] block = new byte[65_536];
            long line = 0;
            for (int count; line < end && taken.size() <= MOST_BYTES && (count = in.read(block)) >= 0; ) {
                for (int i = 0; i < count && line < end && taken.size() <= MOST_BYTES; i++) {
                    if (line >= first) {
                        taken.write(block[i]);
                    }
                    line += block[i] == '\n' ? 1 : 0;
                }
            }
        }
        return new LineSlice(taken.toString(StandardCharsets.UTF_8), taken.size() > MOST_BYTES);
    }

    String howToNarrow(Path file) throws IOException {
        return file + " has " + Files.size(file) + " bytes; at most " + MOST_BYTES
                + " are read at once. Ask for fewer lines with offset (first line, from 0) and limit (number of lines).";
    }
}
