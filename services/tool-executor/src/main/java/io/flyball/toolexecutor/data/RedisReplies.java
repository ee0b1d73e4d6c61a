package io.flyball.toolexecutor.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what a Redis server answers, no more of it than a look needs: who sends without end is left. */
final class RedisReplies {
    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_ELEMENTS = 10_000;
    private static final int DEEPEST = 5;

    private final InputStream in;
    private long left;

    /** @param mostBytes of all answers together */
    RedisReplies(InputStream in, long mostBytes) {
        this.in = in;
        this.left = mostBytes;
    }

    /** One answer. */
    sealed interface Reply {

        record Text(String text) implements Reply {}

        record Number(long number) implements Reply {}

        record Many(List<Reply> replies) implements Reply {
            public Many {
                replies = List.copyOf(replies);
            }
        }

        record Problem(String says) implements Reply {}

        record Nothing() implements Reply {}
    }

    /** @throws IOException if what comes is no answer of Redis, or more than is taken */
    Reply next() throws IOException {
        return next(0);
    }

    private Reply next(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("an answer lies deeper than those of Redis do");
        }
        String line = line();
        String rest = line.isEmpty() ? "" : line.substring(1);
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> new Reply.Text(rest);
            case '-' -> new Reply.Problem(rest);
            case ':' -> new Reply.Number(number(rest));
            case '$' -> text(number(rest));
            case '*' -> many(number(rest), depth);
            default -> throw new IOException("what answers is no Redis server");
        };
    }

    private Reply text(long length) throws IOException {
        if (length < 0) {
            return new Reply.Nothing();
        }
        take(length + 2);
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length || in.read() != '\r' || in.read() != '\n') {
            throw new IOException("an answer ended in the middle");
        }
        return new Reply.Text(new String(bytes, StandardCharsets.UTF_8));
    }

    private Reply many(long count, int depth) throws IOException {
        if (count < 0) {
            return new Reply.Nothing();
        }
        if (count > MOST_ELEMENTS) {
            throw new IOException("an answer of " + count + " parts is more than is taken");
        }
        List<Reply> replies = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            replies.add(next(depth + 1));
        }
        return new Reply.Many(replies);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = read(); next != '\n'; next = read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new IOException(next < 0 ? "an answer ended in the middle" : "what answers is no Redis server");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    private int read() throws IOException {
        take(1);
        return in.read();
    }

    private void take(long bytes) throws IOException {
        if (bytes > left) {
            throw new IOException("the answers are longer than is taken");
        }
        left -= bytes;
    }

    private static long number(String digits) throws IOException {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new IOException("what answers is no Redis server", e);
        }
    }
}
