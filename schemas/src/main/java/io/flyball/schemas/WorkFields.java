package io.flyball.schemas;

import java.util.Map;

/** The fields by which a record says what it is about, wherever it has them, and what logs call them. */
public final class WorkFields {
    /** Name in logs by name in schemas. */
    public static final Map<String, String> IN_LOGS = Map.of(
            "runId", "flyball.run", "step", "flyball.step", "agent", "flyball.agent", "actionId", "flyball.action");

    private WorkFields() {}
}
