package io.flyball.planner.runbook;

import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.PastAction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Calls that were made, and where the runbook goes on after each. */
final class Reached {
    private final Journey journey;
    private final DeadEnds deadEnds;
    private final Function<List<Step>, Optional<Decision>> goOn;

    /** @param goOn goes through the steps that stand in the runbook for such a case */
    Reached(Journey journey, DeadEnds deadEnds, Function<List<Step>, Optional<Decision>> goOn) {
        this.journey = journey;
        this.deadEnds = deadEnds;
        this.goOn = goOn;
    }

    Optional<Decision> arrived(Step.Call call, PastAction action) {
        try {
            journey.arrived(call, action);
            return Optional.empty();
        } catch (CannotGoOn e) {
            throw e.at(call.place(), call.id());
        }
    }

    Optional<Decision> denied(Step.Call call, PastAction action) {
        journey.denied(call, action);
        if (!call.onDenied().isEmpty()) {
            return goOn.apply(call.onDenied());
        }
        return Optional.of(deadEnds.denied(call, action));
    }

    Optional<Decision> failed(Step.Call call, PastAction action, String how) {
        journey.failed(call, action);
        if (call.terms().continueOnFailure() && action.tookPlace()) {
            return Optional.empty();
        }
        return call.onFailure().isEmpty()
                ? Optional.of(deadEnds.failed(call, action, how))
                : goOn.apply(call.onFailure());
    }

    Optional<Decision> unclear(Step.Call call, PastAction action) {
        journey.unclear(call, action);
        return Optional.empty();
    }

    Optional<Decision> missed(Step.Call call, PastAction action) {
        journey.failed(call, action);
        return Optional.empty();
    }
}
