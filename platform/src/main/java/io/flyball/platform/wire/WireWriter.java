package io.flyball.platform.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Writes records of one schema under its id. */
final class WireWriter {
    private static final int USUAL_SIZE = 512;

    private final int id;
    private final SpecificDatumWriter<SpecificRecord> writer;

    WireWriter(int id, Schema schema) {
        this.id = id;
        this.writer = new SpecificDatumWriter<>(schema);
    }

    byte[] write(SpecificRecord record) {
        try {
            var bytes = new ByteArrayOutputStream(USUAL_SIZE);
            bytes.write(0);
            for (int shift = 24; shift >= 0; shift -= 8) {
                bytes.write(id >>> shift);
            }
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            writer.write(record, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
