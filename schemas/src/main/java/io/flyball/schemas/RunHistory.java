package io.flyball.schemas;

import io.flyball.contract.FurtherFact;
import io.flyball.contract.RunEvent;
import java.util.ArrayList;
import java.util.List;

/** A run's history as agent.run-events tells it: one record for all that happened at once. */
public final class RunHistory {
    private RunHistory() {}

    /** What the record tells, one event for each thing that happened, in order; each has its own number and id and no further ones. */
    public static List<RunEvent> oneByOne(RunEvent record) {
        if (record.getFurther().isEmpty()) {
            return List.of(record);
        }
        List<RunEvent> events = new ArrayList<>();
        events.add(event(record, 0, record.getStep(), record.getWhat()));
        for (FurtherFact fact : record.getFurther()) {
            events.add(event(record, events.size(), fact.getStep(), fact.getWhat()));
        }
        return List.copyOf(events);
    }

    /** The id of the event of that number. */
    public static String id(String runId, long sequence) {
        return runId + ":e" + sequence;
    }

    private static RunEvent event(RunEvent record, int after, int step, Object what) {
        long sequence = record.getSequence() + after;
        return RunEvent.newBuilder(record)
                .setId(id(record.getRunId(), sequence))
                .setSequence(sequence)
                .setStep(step)
                .setWhat(what)
                .setFurther(List.of())
                .build();
    }
}
