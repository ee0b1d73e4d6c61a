package io.flyball.platform.streams;

import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;

/** Adds sources and sinks of Avro records to a topology; the processors between them see records, never bytes. */
public final class StreamEnds {
    private static final String DEAD_LETTER_SINK = "to-" + Topics.DEAD_LETTERS;

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
        Serializer<SpecificRecord> serializer = (to, record) -> record == null ? null : wire.encode(to, record);
        topology.addSink(sink, topic, Serdes.String().serializer(), serializer, parents);
        return sink;
    }

    /** The sink for what the sources could not read; to be added once, after all sources. */
    public void deadLetterSink(String... readers) {
        sink(Topics.DEAD_LETTERS, readers);
    }

    /** The name of the sink for that topic. */
    public static String sinkName(String topic) {
        return "to-" + topic;
    }
}
