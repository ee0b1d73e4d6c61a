package io.flyball.platform.streams;

import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;

/** Adds sources and sinks of Avro records to a topology; the processors between them see records, never bytes. */
public final class StreamEnds {
    private static final String SINK = "to-";
    private static final String DEAD_LETTER_SINK = SINK + Topics.DEAD_LETTERS;

    private final Topology topology;
    private final Wire wire;
    private final DeadLetters deadLetters;

    public StreamEnds(Topology topology, Wire wire, DeadLetters deadLetters) {
        this.topology = topology;
        this.wire = wire;
        this.deadLetters = deadLetters;
    }

    /** Reads that topic; returns the name of the node to be used as a parent. The child's name must be {@code child}. */
    public String source(String topic, Class<? extends SpecificRecord> type, String child) {
        String source = "from-" + topic;
        String reader = "read-" + topic;
        var bytes = Serdes.ByteArray().deserializer();
        topology.addSource(source, bytes, bytes, topic);
        topology.addProcessor(reader, () -> new Source(type, wire, deadLetters, child, DEAD_LETTER_SINK), source);
        return reader;
    }

    /** Writes that topic; returns the name of the node to forward to. */
    public String sink(String topic, String... parents) {
        String sink = sinkName(topic);
        topology.addSink(
                sink, topic, Serdes.String().serializer(), Serdes.ByteArray().serializer(), parents);
        return sink;
    }

    /** Adds a processor whose work on one record counts as a whole or not at all. */
    public void processor(
            String name,
            Supplier<? extends Processor<String, SpecificRecord, String, SpecificRecord>> processor,
            String... parents) {
        processor(name, (Attempts _) -> processor.get(), parents);
    }

    /** The same; it may also try parts of its work. */
    public void processor(
            String name,
            Function<Attempts, Processor<String, SpecificRecord, String, SpecificRecord>> processor,
            String... parents) {
        topology.addProcessor(name, () -> new AllOrNothing(processor, wire), parents);
    }

    /** The sink for what the sources could not read; to be added once, after all sources. */
    public void deadLetterSink(String... readers) {
        sink(Topics.DEAD_LETTERS, readers);
    }

    /** The name of the sink for that topic. */
    public static String sinkName(String topic) {
        return SINK + topic;
    }

    static String topicOf(String sink) {
        return sink.substring(SINK.length());
    }
}
