package io.flyball.platform.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Reads records that were written with one schema, as the class that this program has for them. */
final class WireReader {
    private final Schema written;
    private final Map<Class<?>, DatumReader<Object>> readers = new ConcurrentHashMap<>();
    private final Map<Schema, Map<Integer, Long>> divisors = new ConcurrentHashMap<>();

    WireReader(Schema written) {
        this.written = written;
    }

    /** Whether the schema is one of that class, of whatever version. */
    boolean reads(Class<? extends SpecificRecord> type) {
        return written.getFullName().equals(type.getName());
    }

    Object read(byte[] bytes, Class<? extends SpecificRecord> type, int from) {
        try {
            var decoder = DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, null);
            return inMillis(readers.computeIfAbsent(type, this::reader).read(null, decoder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object inMillis(Object value) {
        if (value instanceof SpecificRecord record) {
            divisors.computeIfAbsent(record.getSchema(), it -> TimeUnits.divisors(written, it))
                    .forEach((position, divisor) -> {
                        if (record.get(position) instanceof Instant at) {
                            record.put(position, Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), divisor)));
                        }
                    });
        }
        return value;
    }

    private DatumReader<Object> reader(Class<?> type) {
        SpecificData data = SpecificData.getForClass(type);
        return new SpecificDatumReader<>(written, data.getSchema(type), data);
    }
}
