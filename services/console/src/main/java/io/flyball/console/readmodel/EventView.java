package io.flyball.console.readmodel;

import io.flyball.contract.RunEvent;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One event of a run's history, whatever it is. */
public record EventView(
        long sequence, Instant at, int step, String status, String kind, Map<String, @Nullable Object> detail) {

    static EventView of(RunEvent event) {
        SpecificRecord what = (SpecificRecord) event.getWhat();
        return new EventView(
                event.getSequence(),
                event.getAt(),
                event.getStep(),
                event.getStatus().name(),
                what.getSchema().getName(),
                AvroJson.of(what));
    }
}
