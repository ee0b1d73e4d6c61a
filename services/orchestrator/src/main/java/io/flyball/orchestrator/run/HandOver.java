package io.flyball.orchestrator.run;

import java.util.List;

/** What a person needs to go on from here. */
public record HandOver(String reason, String known, List<String> nextSteps) {
    public HandOver {
        nextSteps = List.copyOf(nextSteps);
    }
}
