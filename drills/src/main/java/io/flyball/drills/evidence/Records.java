package io.flyball.drills.evidence;

import io.flyball.contract.RunEvent;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.RunHistory;
import java.net.URI;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Reads values by the schema that they were written with: in an upgrade that is an older one. */
public final class Records {
    private final Wire wire;

    Records(URI registry) {
        this.wire = new RegistryWire(registry);
    }

    /** What a record of agent.run-events tells, one event for each thing that happened. */
    List<RunEvent> events(byte[] value) {
        return RunHistory.oneByOne(read(value, RunEvent.class));
    }

    /**
     * The record in those bytes.
     *
     * @throws IllegalArgumentException if it is none of that type
     */
    <T extends SpecificRecord> T read(byte[] value, Class<T> type) {
        try {
            return wire.decode(type.getSimpleName(), value, type);
        } catch (Unreadable e) {
            throw new IllegalArgumentException(type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
