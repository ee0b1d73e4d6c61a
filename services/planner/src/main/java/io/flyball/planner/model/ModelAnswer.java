package io.flyball.planner.model;

import io.flyball.planner.prompt.Message.Call;
import java.util.List;

/**
 * What a model answered.
 *
 * @param id the provider's
 * @param model as the provider names it
 * @param text beside the calls; empty if there is none
 * @param stopReason as the provider named it; empty if it named none
 */
public record ModelAnswer(String id, String model, String text, List<Call> calls, String stopReason, Tokens tokens) {

    public ModelAnswer {
        calls = List.copyOf(calls);
    }

    StopReason stop() {
        return StopReason.of(stopReason);
    }
}
