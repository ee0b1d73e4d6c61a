package io.flyball.platform.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeUnitsTest {
    private static final Instant AT = Instant.parse("2026-01-01T12:00:00.123Z");

    @ParameterizedTest
    @DisplayName("CON-7 a foreign schema's times are converted where it says another unit")
    @CsvSource({"timestamp-millis, 1", "timestamp-micros, 1000", "timestamp-nanos, 1000000"})
    void converted(String unit, long perMilli) throws IOException {
        Alert read = read(foreign("\"logicalType\":\"" + unit + "\""), AT.toEpochMilli() * perMilli);

        assertThat(read.getStartsAt()).isEqualTo(AT);
        assertThat(read.getReceivedAt()).isEqualTo(AT);
        assertThat(read.getEndsAt()).isEqualTo(AT);
    }

    @Test
    @DisplayName("CON-7 a number without a unit is read as it is: nothing is guessed")
    void notGuessed() throws IOException {
        Alert read = read(foreign("\"doc\":\"no unit\""), AT.getEpochSecond());
        assertThat(read.getStartsAt()).isEqualTo(Instant.ofEpochMilli(AT.getEpochSecond()));
    }

    private static Schema foreign(String unit) {
        return new Schema.Parser()
                .parse(Alert.getClassSchema().toString().replace("\"logicalType\":\"timestamp-millis\"", unit));
    }

    private static Alert read(Schema written, long time) throws IOException {
        GenericRecord record = new GenericData.Record(written);
        Alert alert = Alert.newBuilder()
                .setId("id")
                .setFingerprint("fingerprint")
                .setName("name")
                .setStatus(AlertStatus.FIRING)
                .setStartsAt(AT)
                .setSource("source")
                .setReceivedAt(AT)
                .build();
        written.getFields().forEach(field -> record.put(field.pos(), alert.get(field.pos())));
        record.put("startsAt", time);
        record.put("endsAt", time);
        record.put("receivedAt", time);
        record.put(
                "status", new GenericData.EnumSymbol(written.getField("status").schema(), "FIRING"));
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(written).write(record, encoder);
        encoder.flush();
        return (Alert) new WireReader(written).read(bytes.toByteArray(), Alert.class, 0);
    }
}
