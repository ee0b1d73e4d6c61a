package io.flyball.drills.evidence;

import io.flyball.contract.RunEvent;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.RunHistory;
import java.net.URI;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads values by the schema that they were written with: in an upgrade that is an older one. */
public final class Records implements AutoCloseable {
    private final RegistryWire wire;

    Records(URI registry) {
        this.wire = new RegistryWire(registry);
    }

    /** What a record of agent.run-events tells, one event for each thing that happened. */
    List<RunEvent> events(ConsumerRecord<byte[], byte[]> message) {
        return RunHistory.oneByOne(read(message, RunEvent.class));
    }

    /**
     * What stands there.
     *
     * @throws IllegalArgumentException if it is none of that type
     */
    <T extends SpecificRecord> T read(ConsumerRecord<byte[], byte[]> message, Class<T> type) {
        try {
            return wire.decode(message.topic(), message.value(), type);
        } catch (Unreadable e) {
            throw new IllegalArgumentException(message.topic() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
