package io.flyball.toolexecutor.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Some lines of a file, read in constant memory however long the file or a line may be. */
final class LinePart {
    private static final int BLOCK = 65_536;

    private final long first;
    private final long end;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private long line;
    private long at;
    /** Where the first wanted line begins, in bytes. */
    private long begin;

    private long lastLine;

    private LinePart(long first, long end) {
        this.first = first;
        this.end = end;
    }

    /**
     * The lines from {@code offset}, counted from 0; the whole file without an offset and a limit.
     *
     * @throws IOException if the file cannot be read
     */
    static LinePart of(SeekableByteChannel in, @Nullable Integer offset, @Nullable Integer limit) throws IOException {
        long first = offset == null ? 0 : offset;
        LinePart part = new LinePart(first, limit == null ? Long.MAX_VALUE : first + limit);
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        while (part.wantsMore() && in.read(block) >= 0) {
            block.flip();
            while (part.wantsMore() && block.hasRemaining()) {
                part.take(block.get());
            }
            block.clear();
        }
        return part;
    }

    private boolean wantsMore() {
        return line < end && !isTooLong();
    }

    private void take(byte next) {
        at++;
        if (line >= first) {
            taken.write(next);
            lastLine = line;
        }
        if (next == '\n') {
            line++;
            begin = line == first ? at : begin;
        }
    }

    boolean isTooLong() {
        return taken.size() > ReadFile.MOST_BYTES;
    }

    String text() {
        return taken.toString(StandardCharsets.UTF_8);
    }

    /** Advice that works: fewer lines if there are several, bytes if one line alone is too long. */
    String howToNarrow(Path file, long size) {
        String what = file + " has " + size + " bytes; at most " + ReadFile.MOST_BYTES + " are read at once. ";
        String bytes = "byteOffset " + begin + " and byteLimit " + ReadFile.MOST_BYTES;
        return lastLine > first
                ? what + "From line " + first + " on, " + (lastLine - first) + " lines fit: ask for offset " + first
                        + " (first line, from 0) and limit " + (lastLine - first)
                        + " (number of lines), or for bytes with "
                        + bytes + "."
                : what + "Line " + first + " alone is longer than that, so fewer lines do not help: ask for bytes with "
                        + bytes + ", and go on where the answer says; or find the place with search_files.";
    }
}
