package io.flyball.platform.streams;

import io.flyball.contract.DeadLetter;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.RecordSizes;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Kafka Streams asks when a processor has thrown: the record goes to the dead letters in the same transaction, and the partition goes
 * on. A failure that passes stops the thread, and the record is read again.
 */
public final class ToDeadLetters implements ProcessingExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ToDeadLetters.class);
    private static final String HELP = "flyball.stream-help";

    private @Nullable Help help;

    /** What the handlers and processors of one topology share; Kafka makes them itself, and hands them its settings only. */
    record Help(Wire wire, DeadLetters letters, RecordSizes sizes) {}

    /** The setting that carries it. */
    static Map<String, Object> setting(Help help) {
        return Map.of(HELP, help);
    }

    static RecordSizes sizes(Map<String, Object> settings) {
        return settings.get(HELP) instanceof Help help ? help.sizes() : new RecordSizes();
    }

    @Override
    public void configure(Map<String, ?> settings) {
        help = (Help) Objects.requireNonNull(settings.get(HELP), HELP);
    }

    @Override
    public Response handleError(ErrorHandlerContext at, @Nullable Record<?, ?> record, Exception failure) {
        if (at.topic() == null || at.offset() < 0 || Passing.is(failure)) {
            return Response.fail();
        }
        log.error("{}-{}@{} goes to the dead letters", at.topic(), at.partition(), at.offset(), failure);
        return Response.resume(List.of(letter(at, failure)));
    }

    private ProducerRecord<byte[], byte[]> letter(ErrorHandlerContext at, Exception failure) {
        Help with = Objects.requireNonNull(help);
        var origin = new DeadLetters.Origin(at.topic(), at.partition(), at.offset(), at.timestamp());
        DeadLetter letter = with.letters()
                .of(origin, at.sourceRawKey(), at.sourceRawValue(), at.headers(), new NotProcessed(failure));
        return new ProducerRecord<>(
                Topics.DEAD_LETTERS,
                null,
                Math.max(0, at.timestamp()),
                DeadLetters.key(at.sourceRawKey()).getBytes(StandardCharsets.UTF_8),
                with.wire().encode(Topics.DEAD_LETTERS, letter));
    }

    /** So that the letter's reason says that it was readable. */
    private static final class NotProcessed extends Exception {
        private static final long serialVersionUID = 1L;

        NotProcessed(Exception failure) {
            super("could be read, but not processed: " + reason(failure), cause(failure));
        }

        private static String reason(Exception failure) {
            return failure.getMessage() == null ? failure.toString() : failure.getMessage();
        }

        private static Throwable cause(Exception failure) {
            return failure instanceof Unprocessable && failure.getCause() != null ? failure.getCause() : failure;
        }
    }
}
