package io.flyball.drills.evidence;

import io.flyball.contract.RunEvent;
import io.flyball.schemas.RunHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;

/** Reads values without asking the registry: whoever wrote them is of the same build. */
final class Records {
    /** Magic byte and schema id. */
    private static final int HEADER = 5;

    private Records() {}

    /** What a record of agent.run-events tells, one event for each thing that happened. */
    static List<RunEvent> events(byte[] value) {
        return RunHistory.oneByOne(read(value, RunEvent.getClassSchema()));
    }

    static <T> T read(byte[] value, Schema schema) {
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(value, HEADER, value.length - HEADER, null);
        try {
            return new SpecificDatumReader<T>(schema).read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
