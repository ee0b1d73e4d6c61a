package io.flyball.costledger.topology;

import io.flyball.contract.DeadLetter;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** What can be read but cannot be true goes to the dead letters too, where a person can look at it and replay it. */
final class Refusals {
    private final Wire wire;
    private final DeadLetters letters;

    Refusals(Wire wire, DeadLetters letters) {
        this.wire = wire;
        this.letters = letters;
    }

    DeadLetter letter(RecordMetadata origin, Record<String, SpecificRecord> message, String why) {
        return letters.of(
                new DeadLetters.Origin(origin.topic(), origin.partition(), origin.offset(), message.timestamp()),
                message.key().getBytes(StandardCharsets.UTF_8),
                wire.encode(origin.topic(), message.value()),
                message.headers(),
                new Unreadable(why));
    }
}
