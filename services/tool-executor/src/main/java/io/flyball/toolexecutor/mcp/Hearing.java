package io.flyball.toolexecutor.mcp;

import io.flyball.toolexecutor.network.MessagePost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Hears the response to one POST: one message, or a stream of events with one each. Has enough when the answer is among them. */
final class Hearing {
    private static final int SHOWN = 200;

    private final ObjectNode question;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private final List<JsonNode> requests = new ArrayList<>();
    private @Nullable JsonNode answer;
    private @Nullable String fault;
    private boolean afterReturn;
    private long bytes;

    Hearing(ObjectNode question) {
        this.question = question;
    }

    Predicate<byte[]> begin(MessagePost.Head head) {
        boolean stream = head.contentType().toLowerCase(Locale.ROOT).startsWith("text/event-stream");
        return stream ? this::hearEvents : this::hearPart;
    }

    /** How much was taken. */
    long bytes() {
        return bytes;
    }

    /** What the server asked of us meanwhile. */
    List<JsonNode> requests() {
        return requests;
    }

    /** @throws IOException if there is none, saying what came instead */
    JsonNode answer(int status) throws IOException {
        if (fault != null) {
            throw new IOException(fault);
        }
        if (answer != null) {
            return answer;
        }
        String text = pending.toString(StandardCharsets.UTF_8);
        Optional<JsonNode> message = Messages.message(text).filter(Messages::isAnswer);
        boolean fits = message.isPresent() && Messages.answers(message.get(), question);
        if (message.isPresent() && (fits || status >= 400)) {
            return message.get();
        }
        if (status >= 400 || status < 200) {
            throw new NotUnderstood(status);
        }
        throw new IOException(
                message.isPresent()
                        ? "the server answered what nobody asked"
                        : "HTTP " + status + " without an answer: " + shortened(text));
    }

    private boolean hearPart(byte[] part) {
        pending.writeBytes(part);
        return count(part);
    }

    private boolean count(byte[] part) {
        bytes += part.length;
        if (pending.size() > Line.LARGEST_MESSAGE || data.length() > Line.LARGEST_MESSAGE) {
            fault = "the server sent a message of more than " + Line.LARGEST_MESSAGE + " bytes";
        } else if (bytes > Line.LONGEST_CONVERSATION) {
            fault = "the server said more than " + Line.LONGEST_CONVERSATION + " bytes in one conversation";
        }
        return fault != null;
    }

    private boolean hearEvents(byte[] part) {
        for (byte next : part) {
            // Lines end with either sign, or with both.
            if (next == '\r' || next == '\n' && !afterReturn) {
                hearLine(pending.toString(StandardCharsets.UTF_8));
                pending.reset();
            } else if (next != '\n') {
                pending.write(next);
            }
            afterReturn = next == '\r';
        }
        return count(part) || answer != null;
    }

    /** An empty line ends an event. */
    private void hearLine(String line) {
        if (line.startsWith("data:")) {
            data.append(line.substring(line.startsWith("data: ") ? 6 : 5)).append('\n');
        } else if (line.isEmpty() && !data.isEmpty()) {
            Messages.message(data.toString()).ifPresent(this::hear);
            data.setLength(0);
        }
    }

    private void hear(JsonNode message) {
        if (Messages.answers(message, question)) {
            answer = message;
        } else if (Messages.isRequest(message)) {
            requests.add(message);
        } else if (Messages.isAnswer(message)) {
            fault = "the server answered what nobody asked (id "
                    + shortened(message.path("id").toString()) + ")";
        }
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    /** The server does not take such a message at all. */
    static final class NotUnderstood extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;

        NotUnderstood(int status) {
            super("the server answered with HTTP " + status);
            this.status = status;
        }

        /** Whether it may take another message: it did not refuse whoever asks. */
        boolean mayTakeAnother() {
            return status != 401 && status != 403 && status < 500;
        }
    }
}
