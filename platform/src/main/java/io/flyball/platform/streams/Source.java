package io.flyball.platform.streams;

import io.flyball.contract.DeadLetter;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topic;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The first processor behind a source: bytes become a record, and what cannot be read goes to the dead letters in the
 * same transaction, so that it is neither lost nor told twice. A registry that is away stops the task, which is then
 * tried again.
 */
final class Source implements Processor<byte[], byte[], String, Object> {
    /** Where a key without a value says that the key's records are of no use any more, and nothing else. */
    private static final Set<String> COMPACTED = TopicCatalogue.load().topics().stream()
            .filter(Topic::compacted)
            .map(Topic::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Class<? extends SpecificRecord> type;
    private final Wire wire;
    private final DeadLetters deadLetters;
    private final String onward;
    private final String deadLetterSink;
    private @Nullable ProcessorContext<String, Object> context;

    Source(
            Class<? extends SpecificRecord> type,
            Wire wire,
            DeadLetters deadLetters,
            String onward,
            String deadLetterSink) {
        this.type = type;
        this.wire = wire;
        this.deadLetters = deadLetters;
        this.onward = onward;
        this.deadLetterSink = deadLetterSink;
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        Backlog.forget();
    }

    @Override
    public void close() {
        Backlog.forget();
    }

    @Override
    public void process(Record<byte[], byte[]> message) {
        ProcessorContext<String, Object> out = java.util.Objects.requireNonNull(context);
        pass(message, out);
        if (Backlog.workedOff()) {
            out.commit();
        }
    }

    private void pass(Record<byte[], byte[]> message, ProcessorContext<String, Object> out) {
        RecordMetadata origin = out.recordMetadata().orElseThrow();
        if (message.value() == null && COMPACTED.contains(origin.topic())) {
            return;
        }
        try {
            SpecificRecord record = read(origin.topic(), message.value());
            out.forward(new Record<>(key(message.key()), record, message.timestamp(), message.headers()), onward);
        } catch (Unreadable e) {
            byte[] letter = wire.encode(Topics.DEAD_LETTERS, letter(origin, message, e));
            out.forward(new Record<>(DeadLetters.key(message.key()), letter, message.timestamp()), deadLetterSink);
        }
    }

    private SpecificRecord read(String topic, byte @Nullable [] value) throws Unreadable {
        if (value == null) {
            throw new Unreadable("no value: this topic has no tombstones");
        }
        return wire.decode(topic, value, type);
    }

    private DeadLetter letter(RecordMetadata origin, Record<byte[], byte[]> message, Unreadable why) {
        var from = new DeadLetters.Origin(origin.topic(), origin.partition(), origin.offset(), message.timestamp());
        return deadLetters.of(from, message.key(), message.value(), message.headers(), why);
    }

    private static String key(byte @Nullable [] key) {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }
}
