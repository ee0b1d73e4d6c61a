package io.flyball.toolexecutor.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Some bytes of a file: whole characters where it is text, hexadecimal numbers where it is not. */
final class BytePart {
    private static final int SAMPLE = 8_000;
    /** Each of them becomes two characters. */
    private static final int MOST_BINARY = 4_096;

    private static final int LONGEST_CHARACTER = 4;

    private BytePart() {}

    /** Whether there is a zero byte near its beginning; what the kernel tells in /proc is text all the same. */
    static boolean isBinary(Path file, SeekableByteChannel in) throws IOException {
        byte[] sample = read(in, 0, SAMPLE);
        in.position(0);
        if (isTold(file)) {
            return false;
        }
        for (byte each : sample) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTold(Path file) {
        return file.startsWith("/proc");
    }

    /** What is there, and after it what was left out and how to read that. */
    static String of(Path file, SeekableByteChannel in, @Nullable Long offset, @Nullable Integer limit)
            throws IOException {
        long from = Objects.requireNonNullElse(offset, 0L);
        boolean binary = isBinary(file, in);
        int most = Math.min(
                Objects.requireNonNullElse(limit, ReadFile.MOST_BYTES), binary ? MOST_BINARY : ReadFile.MOST_BYTES);
        byte[] bytes = read(in, from, most);
        long size = Math.max(in.size(), from + bytes.length);
        if (bytes.length == 0) {
            return "[" + file + " has " + in.size() + " bytes; there is nothing from byte " + from + " on]";
        }
        return binary ? hexadecimal(file, bytes, from, size) : text(bytes, from, size);
    }

    private static byte[] read(SeekableByteChannel in, long from, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most);
        in.position(from);
        while (bytes.hasRemaining() && in.read(bytes) >= 0) {
            // Until it is full or the file ends.
        }
        byte[] read = new byte[bytes.flip().remaining()];
        bytes.get(read);
        return read;
    }

    private static String hexadecimal(Path file, byte[] bytes, long from, long size) {
        return "[" + file + " is no text; its bytes in hexadecimal]\n"
                + HexFormat.of().formatHex(bytes) + rest(from, from + bytes.length, size);
    }

    private static String text(byte[] bytes, long from, long size) {
        int begin = from == 0 ? 0 : firstCharacter(bytes);
        int end = from + bytes.length == size ? bytes.length : endOfLastCharacter(bytes);
        if (begin >= end) {
            begin = 0;
            end = bytes.length;
        }
        return new String(bytes, begin, end - begin, StandardCharsets.UTF_8).replace('\0', ' ')
                + rest(from + begin, from + end, size);
    }

    private static String rest(long from, long end, long size) {
        String read = "\n[bytes " + from + " to " + (end - 1) + " of " + size;
        return end < size ? read + "; go on with byteOffset " + end + "]" : read + "; this is the end]";
    }

    private static int firstCharacter(byte[] bytes) {
        int at = 0;
        while (at < Math.min(bytes.length, LONGEST_CHARACTER - 1) && continues(bytes[at])) {
            at++;
        }
        return at;
    }

    private static int endOfLastCharacter(byte[] bytes) {
        int last = bytes.length - 1;
        while (last > bytes.length - LONGEST_CHARACTER && last > 0 && continues(bytes[last])) {
            last--;
        }
        return last + length(bytes[last]) > bytes.length ? last : bytes.length;
    }

    private static boolean continues(byte next) {
        return (next & 0xC0) == 0x80;
    }

    /** How many bytes the character has that begins so. */
    private static int length(byte first) {
        int value = first & 0xFF;
        if (value >= 0xF0) {
            return 4;
        }
        return value >= 0xE0 ? 3 : value >= 0xC0 ? 2 : 1;
    }
}
