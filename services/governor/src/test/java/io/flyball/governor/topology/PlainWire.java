package io.flyball.governor.topology;

import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** The wire format without a registry: the id is always 1, and the reader's schema is the writer's. */
final class PlainWire implements Wire {
    private static final byte[] HEADER = {0, 0, 0, 0, 1};

    @Override
    public byte[] encode(String topic, SpecificRecord record) {
        var bytes = new ByteArrayOutputStream();
        try {
            bytes.write(HEADER);
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<>(record.getSchema()).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public <T extends SpecificRecord> T decode(String topic, byte[] bytes, Class<T> type) throws Unreadable {
        if (bytes.length < HEADER.length || !Arrays.equals(HEADER, Arrays.copyOf(bytes, HEADER.length))) {
            throw new Unreadable("not the wire format");
        }
        try {
            var decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER.length, bytes.length - HEADER.length, null);
            return new SpecificDatumReader<T>(type).read(null, decoder);
        } catch (IOException | RuntimeException e) {
            throw new Unreadable("corrupt body", e);
        }
    }
}
