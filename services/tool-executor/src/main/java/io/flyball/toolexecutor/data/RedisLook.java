package io.flyball.toolexecutor.data;

import io.flyball.toolexecutor.data.RedisReplies.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks one server. The only commands are INFO and SLOWLOG GET. */
final class RedisLook {
    private static final long MOST_BYTES = 1_000_000;
    private static final int FIELDS_OF_SLOW = 4;

    private final OutputStream out;
    private final RedisReplies replies;

    RedisLook(Socket socket) throws IOException {
        out = socket.getOutputStream();
        replies = new RedisReplies(socket.getInputStream(), MOST_BYTES);
    }

    /** The server does not let itself be asked. */
    static final class Denied extends IOException {
        private static final long serialVersionUID = 1L;

        Denied(String says) {
            super(says);
        }
    }

    /**
     * Something that took long; of what was asked only the command's name is told, for the rest are keys and values.
     *
     * @param micros for how long
     */
    record Slow(String command, long micros, Instant at) {}

    private Reply ask(String... words) throws IOException {
        StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            request.append('$')
                    .append(word.length())
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        out.write(request.toString().getBytes(StandardCharsets.US_ASCII));
        return switch (replies.next()) {
            case Reply.Problem problem -> throw new Denied(problem.says());
            case Reply answer -> answer;
        };
    }

    /** The values of one section by their names; numbers as numbers. */
    Map<String, Object> section(String name) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        if (ask("INFO", name) instanceof Reply.Text text) {
            text.text()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(":", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> values.put(pair[0], typed(pair[1].strip())));
        }
        return values;
    }

    private static Object typed(String value) {
        if (value.matches("-?\\d{1,18}")) {
            return Long.valueOf(value);
        }
        return value.matches("-?\\d{1,15}\\.\\d{1,15}") ? (Object) Double.valueOf(value) : value;
    }

    List<Slow> slow(int most) throws IOException {
        return ask("SLOWLOG", "GET", Integer.toString(most)) instanceof Reply.Many many
                ? many.replies().stream()
                        .map(RedisLook::slow)
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }

    private static @Nullable Slow slow(Reply entry) {
        return entry instanceof Reply.Many fields
                        && fields.replies().size() >= FIELDS_OF_SLOW
                        && fields.replies().get(1) instanceof Reply.Number at
                        && fields.replies().get(2) instanceof Reply.Number micros
                        && fields.replies().get(3) instanceof Reply.Many words
                        && !words.replies().isEmpty()
                        && words.replies().getFirst() instanceof Reply.Text command
                ? new Slow(command.text(), micros.number(), Instant.ofEpochSecond(at.number()))
                : null;
    }
}
