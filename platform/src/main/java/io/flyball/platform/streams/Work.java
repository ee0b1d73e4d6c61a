package io.flyball.platform.streams;

import io.flyball.platform.wire.RecordSizes;
import io.flyball.platform.wire.Wire;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What one piece of work has written and wants to send, until it is certain that all of it is possible. */
final class Work implements Attempts {
    private final ProcessorContext<String, byte[]> context;
    private final Wire wire;
    private final RecordSizes sizes;
    private final Undo undo = new Undo();
    private final List<Outgoing> outgoing = new ArrayList<>();

    /** @param trace what was going on when it was said: whoever instruments Kafka's client takes the trace from what goes on when it is sent */
    private record Outgoing(Record<String, byte[]> record, String sink, Context trace) {}

    Work(ProcessorContext<String, byte[]> context, Wire wire, RecordSizes sizes) {
        this.context = context;
        this.wire = wire;
        this.sizes = sizes;
    }

    Undo undo() {
        return undo;
    }

    RecordSizes sizes() {
        return sizes;
    }

    /** Encodes at once, so that what is impossible is known before anything is sent. */
    void forward(Record<String, ? extends SpecificRecord> record, String sink) {
        String topic = StreamEnds.topicOf(sink);
        if (record.value() == null) {
            // A key alone: on a compacted topic what it stood for is of no use any more.
            outgoing.add(new Outgoing(record.withValue(null), sink, Context.current()));
            return;
        }
        byte[] value = wire.encode(topic, record.value());
        sizes.check(
                topic,
                RecordSizes.of(record.key().getBytes(StandardCharsets.UTF_8), value, record.headers()),
                record.value());
        outgoing.add(new Outgoing(record.withValue(value), sink, Context.current()));
    }

    /** Whether anything was written or is to be sent. */
    boolean isBegun() {
        return undo.size() > 0 || !outgoing.isEmpty();
    }

    void finish() {
        undo.clear();
        List<Outgoing> all = List.copyOf(outgoing);
        outgoing.clear();
        all.forEach(this::send);
    }

    private void send(Outgoing next) {
        try (Scope _ = next.trace().makeCurrent()) {
            context.forward(next.record(), next.sink());
        }
    }

    void giveUp() {
        takeBack(0, 0);
    }

    @Override
    public Optional<RuntimeException> attempt(Runnable work) {
        int written = undo.size();
        int sent = outgoing.size();
        try {
            work.run();
            return Optional.empty();
        } catch (RuntimeException e) {
            return failed(e, written, sent);
        } catch (StackOverflowError e) {
            return failed(new IllegalArgumentException("nested too deeply", e), written, sent);
        }
    }

    private Optional<RuntimeException> failed(RuntimeException why, int written, int sent) {
        if (Passing.is(why)) {
            throw why;
        }
        takeBack(written, sent);
        return Optional.of(why);
    }

    private void takeBack(int written, int sent) {
        undo.backTo(written);
        outgoing.subList(sent, outgoing.size()).clear();
    }
}
