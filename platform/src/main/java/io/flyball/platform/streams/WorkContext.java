package io.flyball.platform.streams;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;

/** What a processor sees of its task: all that it writes and forwards goes through its work. */
final class WorkContext implements ProcessorContext<String, SpecificRecord> {
    private final ProcessorContext<String, byte[]> context;
    private final Work work;
    private final BiConsumer<Punctuator, Long> punctuations;
    private final List<Cancellable> schedules = new ArrayList<>();

    /** @param punctuations what carries a punctuation out */
    WorkContext(ProcessorContext<String, byte[]> context, Work work, BiConsumer<Punctuator, Long> punctuations) {
        this.context = context;
        this.work = work;
        this.punctuations = punctuations;
    }

    @Override
    public <K extends String, V extends SpecificRecord> void forward(Record<K, V> record) {
        throw new UnsupportedOperationException("name the sink");
    }

    @Override
    public <K extends String, V extends SpecificRecord> void forward(Record<K, V> record, String sink) {
        work.forward(record.withKey((String) record.key()), sink);
    }

    @Override
    @SuppressWarnings("unchecked") // The caller names the type, here as with Kafka's own context.
    public <S extends StateStore> S getStateStore(String name) {
        StateStore store = context.getStateStore(name);
        return (S)
                switch (store) {
                    case KeyValueStore<?, ?> s -> new KeyValueUndo<>(s, work.undo(), work.sizes(), changelog(name));
                    case WindowStore<?, ?> s -> new WindowUndo<>(s, work.undo());
                    default ->
                        throw new IllegalArgumentException("writes to the store " + name + " could not be taken back");
                };
    }

    private String changelog(String store) {
        return context.applicationId() + "-" + store + "-changelog";
    }

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator punctuator) {
        return kept(context.schedule(interval, type, now -> punctuations.accept(punctuator, now)));
    }

    @Override
    public Cancellable schedule(Instant start, Duration interval, PunctuationType type, Punctuator punctuator) {
        return kept(context.schedule(start, interval, type, now -> punctuations.accept(punctuator, now)));
    }

    private Cancellable kept(Cancellable schedule) {
        schedules.add(schedule);
        return schedule;
    }

    void cancelSchedules() {
        schedules.forEach(Cancellable::cancel);
        schedules.clear();
    }

    @Override
    public void commit() {
        context.commit();
    }

    @Override
    public String applicationId() {
        return context.applicationId();
    }

    @Override
    public TaskId taskId() {
        return context.taskId();
    }

    @Override
    public Optional<RecordMetadata> recordMetadata() {
        return context.recordMetadata();
    }

    @Override
    public Serde<?> keySerde() {
        return context.keySerde();
    }

    @Override
    public Serde<?> valueSerde() {
        return context.valueSerde();
    }

    @Override
    public File stateDir() {
        return context.stateDir();
    }

    @Override
    public StreamsMetrics metrics() {
        return context.metrics();
    }

    @Override
    public Map<String, Object> appConfigs() {
        return context.appConfigs();
    }

    @Override
    public Map<String, Object> appConfigsWithPrefix(String prefix) {
        return context.appConfigsWithPrefix(prefix);
    }

    @Override
    public long currentSystemTimeMs() {
        return context.currentSystemTimeMs();
    }

    @Override
    public long currentStreamTimeMs() {
        return context.currentStreamTimeMs();
    }
}
