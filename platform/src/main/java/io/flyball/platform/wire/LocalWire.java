package io.flyball.platform.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** The wire with a registry in memory, for tests of topologies without a broker; the same bytes as the real one. */
public final class LocalWire implements Wire {
    private final List<Schema> schemas = new CopyOnWriteArrayList<>();

    @Override
    public byte[] encode(String topic, SpecificRecord record) {
        if (!schemas.contains(record.getSchema())) {
            schemas.add(record.getSchema());
        }
        try {
            var bytes = new ByteArrayOutputStream();
            bytes.write(ByteBuffer.allocate(5)
                    .put((byte) 0)
                    .putInt(schemas.indexOf(record.getSchema()))
                    .array());
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T extends SpecificRecord> T decode(String topic, byte[] bytes, Class<T> type) throws Unreadable {
        int id = RegistryWire.schemaId(bytes);
        if (id < 0 || id >= schemas.size()) {
            throw new Unreadable("not Confluent's wire format, or schema id " + id + " is not in the registry");
        }
        try {
            Object record = new SpecificDatumReader<>(schemas.get(id))
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
            if (!type.isInstance(record)) {
                throw new Unreadable("expected " + type.getSimpleName());
            }
            return type.cast(record);
        } catch (IOException | AvroRuntimeException e) {
            throw new Unreadable("corrupt body: " + e, e);
        }
    }
}
