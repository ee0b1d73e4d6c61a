package io.flyball.planner.runbook;

import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.PastAction;
import java.util.List;

/** Where a runbook cannot go on and a person must: why, and what to look at next. */
final class DeadEnds {
    private final Journey journey;
    private final Proposals proposals;

    DeadEnds(Journey journey, Proposals proposals) {
        this.journey = journey;
        this.proposals = proposals;
    }

    Decision nothingHeardOf(List<String> delegated) {
        return escalate(
                "Nothing was heard of the delegated steps " + String.join(", ", delegated) + ".",
                "Look what the specialists' runs have come to.");
    }

    Decision onlyDescribed(String so) {
        return escalate(
                "Dry run: the changes were only described, " + so + ".",
                "Start the run again without dry run to make the changes.");
    }

    Decision denied(Step.Call call, PastAction action) {
        String why = action.verdictReason() == null ? "no reason was given" : action.verdictReason();
        return escalate(
                "Step " + call.id() + " was denied: " + why,
                "Decide by hand what to do instead of " + describe(action) + ".");
    }

    Decision failed(Step.Call call, PastAction action, String how) {
        return escalate(
                "Step " + call.id() + " " + how + ": " + Facts.seen(action),
                "Look at " + describe(action) + " by hand.");
    }

    Decision unknownEffect() {
        return escalate(
                "Nobody knows whether the change of " + String.join(", ", journey.unclear())
                        + " took effect, and the runbook does not verify it before it goes on.",
                "Look whether it took effect, then go on by hand.");
    }

    private Decision escalate(String why, String next) {
        return proposals.escalate(why, journey, List.of(next));
    }

    private static String describe(PastAction action) {
        return action.target() == null ? action.tool() : action.tool() + " on " + action.target();
    }
}
