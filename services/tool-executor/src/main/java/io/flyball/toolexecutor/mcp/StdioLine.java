package io.flyball.toolexecutor.mcp;

import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.process.TalkingProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** To a process: a message is a line. What is no message is skipped, as servers write there what is not meant for us. */
final class StdioLine implements Line {
    /** Read ahead; whoever says more waits. */
    private static final int AHEAD = 4;

    private static final int SHOWN = 200;

    private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

    private final TalkingProcess process;
    private final Ending ending;
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;
    private @Nullable String noise;

    /** What came, or why nothing more will. */
    private sealed interface Heard {
        record Text(String line) implements Heard {}

        record End(String why) implements Heard {}
    }

    /**
     * To that process.
     *
     * @param process let through its gate; whoever armed it closes it
     * @param ending what ends the conversation, whoever still holds the other end of the pipe
     */
    StdioLine(TalkingProcess process, Ending ending) {
        this.process = process;
        this.ending = ending;
        this.reader = Thread.ofPlatform().daemon().name("mcp-server").start(this::read);
    }

    @Override
    public Optional<JsonNode> ask(ObjectNode question, Duration patience) throws IOException {
        long until = System.nanoTime() + patience.toNanos();
        say(question);
        while (true) {
            Heard next = next(until);
            if (next == null) {
                return Optional.empty();
            }
            Optional<JsonNode> message = message(next);
            if (message.isPresent() && Messages.isRequest(message.get())) {
                say(Messages.reply(message.get()));
            } else if (message.isPresent() && Messages.answers(message.get(), question)) {
                return message;
            } else if (message.isPresent() && Messages.isAnswer(message.get()) && !isLate(message.get(), question)) {
                throw new IOException("the server answered what nobody asked (id "
                        + shortened(message.get().path("id").toString()) + ")");
            }
        }
    }

    /** To an earlier question, whose answer nobody waits for any more. */
    private static boolean isLate(JsonNode answer, ObjectNode question) {
        long id = answer.path("id").asLong(0);
        return id > 0 && id < question.path("id").asLong();
    }

    private Optional<JsonNode> message(Heard next) throws IOException {
        return switch (next) {
            case Heard.Text text -> {
                Optional<JsonNode> message = Messages.message(text.line());
                if (message.isEmpty() && noise == null) {
                    noise = shortened(text.line());
                }
                yield message;
            }
            case Heard.End end -> {
                heard.offer(end);
                throw new IOException(end.why() + (noise == null ? "" : "; it also wrote: " + noise));
            }
        };
    }

    /** Whatever escaped from its end may hold the pipe open, so that its end alone is not waited for. */
    private @Nullable Heard next(long until) throws IOException {
        try {
            Heard next = null;
            while (next == null && System.nanoTime() < until) {
                if (ending.cause().isPresent()) {
                    throw new IOException("it was ended");
                }
                next = heard.poll(Math.min(LOOK_NANOS, Math.max(0, until - System.nanoTime())), TimeUnit.NANOSECONDS);
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server was waited for", e);
        }
    }

    private void read() {
        try {
            heard.put(new Heard.End(readAll(process.said())));
        } catch (InterruptedException _) {
            // Nobody listens any more.
        }
    }

    /** Why nothing more will come. */
    private String readAll(InputStream said) throws InterruptedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long total = 0;
        try {
            for (int next; (next = said.read()) >= 0; ) {
                if (++total > LONGEST_CONVERSATION) {
                    return "the server said more than " + LONGEST_CONVERSATION + " bytes in one conversation";
                }
                if (next == '\n') {
                    heard.put(new Heard.Text(line.toString(StandardCharsets.UTF_8)));
                    line.reset();
                } else if (line.size() < LARGEST_MESSAGE) {
                    line.write(next);
                } else {
                    return "the server sent a message of more than " + LARGEST_MESSAGE + " bytes";
                }
            }
            return "the server ended";
        } catch (IOException e) {
            return "the server ended: " + e.getMessage();
        }
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    private void say(ObjectNode message) throws IOException {
        try {
            process.say(message.toString());
        } catch (IOException e) {
            throw new IOException("the server does not listen any more (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void tell(ObjectNode notice) throws IOException {
        say(notice);
    }

    @Override
    public void speak(Revision revision) {}

    @Override
    public String complaints() {
        return process.complaints().shown(1_000, text -> text).strip();
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
