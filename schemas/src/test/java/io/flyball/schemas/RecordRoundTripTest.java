package io.flyball.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("CON-1 records survive being written and read")
class RecordRoundTripTest {

    private static final int RECORDS = 50;

    static List<Topic> topics() {
        return TopicCatalogue.load().topics();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void generatedClassReadsWhatItWrote(Topic topic) throws IOException {
        long seed = new Random().nextLong();
        Schema schema = topic.schema();
        for (Object random : new RandomData(schema, RECORDS, seed)) {
            SpecificRecord first = read(schema, write(new GenericDatumWriter<>(schema), random));

            SpecificRecord second = read(schema, write(new SpecificDatumWriter<>(schema), first));

            assertThat(first.getClass().getSimpleName()).isEqualTo(topic.record());
            // Avro's own equals of two lists cannot compare a time that may be absent in one of their records.
            assertThat(second).as("seed %d", seed).usingRecursiveComparison().isEqualTo(first);
        }
    }

    private static <T> byte[] write(DatumWriter<T> writer, T record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        writer.write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static SpecificRecord read(Schema schema, byte[] bytes) throws IOException {
        return new SpecificDatumReader<SpecificRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }
}
