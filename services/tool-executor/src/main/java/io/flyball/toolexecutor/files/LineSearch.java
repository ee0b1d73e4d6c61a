package io.flyball.toolexecutor.files;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Looks through the lines of one file in constant memory. A line that is too long is looked through in pieces, which overlap; of
 * each piece the first match is told, with the byte from which read_file shows it.
 */
final class LineSearch {
    private static final int BLOCK = 65_536;
    private static final int PIECE = 65_536;
    private static final int OVERLAP = 1_024;
    private static final int SHOWN_BEFORE = 80;
    private static final int SHOWN = 300;

    private final Path file;
    private final Pattern pattern;
    private final List<String> found;
    private final int most;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private long line;
    private long begin;
    private long lastMatch = -1;

    LineSearch(Path file, Pattern pattern, List<String> found, int most) {
        this.file = file;
        this.pattern = pattern;
        this.found = found;
        this.most = most;
    }

    /** @return how many bytes were read */
    long search(InputStream in, BooleanSupplier over, long budget) throws IOException {
        byte[] block = new byte[BLOCK];
        long read = 0;
        for (int count; read < budget && !over.getAsBoolean() && (count = in.read(block)) >= 0; read += count) {
            take(block, count);
        }
        look();
        return read;
    }

    private void take(byte[] block, int count) {
        for (int i = 0; i < count; i++) {
            if (block[i] == '\n') {
                look();
                begin += piece.size() + 1;
                piece.reset();
                line++;
            } else {
                piece.write(block[i]);
                if (piece.size() >= PIECE) {
                    look();
                    keepOverlap();
                }
            }
        }
    }

    private void keepOverlap() {
        byte[] all = piece.toByteArray();
        piece.reset();
        piece.writeBytes(Arrays.copyOfRange(all, all.length - OVERLAP, all.length));
        begin += all.length - OVERLAP;
    }

    private void look() {
        if (piece.size() == 0 || found.size() >= most) {
            return;
        }
        String text = piece.toString(StandardCharsets.UTF_8);
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return;
        }
        long at = begin + text.substring(0, matcher.start()).getBytes(StandardCharsets.UTF_8).length;
        if (at > lastMatch) {
            lastMatch = at;
            found.add(file + ":" + line + " (byte " + at + "): " + shown(text, matcher.start()));
        }
    }

    private static String shown(String text, int match) {
        int from = Math.max(0, match - SHOWN_BEFORE);
        int to = Math.min(text.length(), from + SHOWN);
        return (from > 0 ? "..." : "")
                + text.substring(from, to).replace('\0', ' ')
                + (to < text.length() ? "..." : "");
    }
}
