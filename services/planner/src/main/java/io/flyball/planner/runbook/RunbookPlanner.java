package io.flyball.planner.runbook;

import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.DecisionKind;
import io.flyball.planner.plan.PastAction;
import io.flyball.planner.plan.PastTurn;
import io.flyball.planner.plan.Situation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows a runbook; where it stands is read from what became of its earlier actions, so it keeps nothing of its own. */
public final class RunbookPlanner {
    private final Runbook runbook;
    private final Situation situation;
    private final Toolbelt tools;
    private final Journey journey;
    private final Results results;
    private final Proposals proposals;

    private RunbookPlanner(Runbook runbook, Situation situation, Toolbelt tools) {
        this.runbook = runbook;
        this.situation = situation;
        this.tools = tools;
        this.journey = new Journey(runbook, situation);
        this.results = new Results(situation);
        this.proposals = new Proposals(runbook, tools);
    }

    /** The next step; always the same for the same runbook, situation and tools. */
    public static Decision decide(Runbook runbook, Situation situation, Toolbelt tools) {
        return new RunbookPlanner(runbook, situation, tools).decide();
    }

    private Decision decide() {
        Optional<Decision> handOver = refused().or(this::foreignChange);
        return handOver.isPresent() ? handOver.get() : besides(walk());
    }

    private Decision walk() {
        try {
            return new Walk(journey, results, proposals)
                    .through(runbook.steps())
                    .orElseGet(() -> proposals.escalate(
                            "Runbook " + runbook.name() + " ended without a finish.", journey, List.of()));
        } catch (CannotGoOn e) {
            return proposals.escalate(
                    "Runbook " + runbook.name() + " cannot go on: " + e.getMessage(),
                    journey,
                    List.of("Give what is missing as a label, annotation or input, or correct the runbook."));
        }
    }

    /** What comes before the runbook's next step: what is owed, and that the alert has resolved. */
    private Decision besides(Decision next) {
        boolean owes = !situation.obligations().isEmpty();
        if (owes && (next instanceof Decision.Finish || stopsChanging(next))) {
            return new Obligations(runbook, journey, proposals, tools).pay();
        }
        return stopsChanging(next) ? new ResolvedAlert(runbook, journey, results, proposals).close() : next;
    }

    private boolean stopsChanging(Decision next) {
        return situation.alertIsResolved()
                && switch (next) {
                    case Decision.Act act ->
                        act.actions().stream().anyMatch(a -> a.verifies().isEmpty());
                    case Decision.Delegate _, Decision.Escalate _ -> true;
                    case Decision.Ask _, Decision.Finish _ -> false;
                };
    }

    /** A refused finish is repaired by paying what is owed; any other refusal a runbook has no answer to. */
    private Optional<Decision> refused() {
        return situation.turns().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(situation.turns().getLast())
                        .filter(last -> last.refusal() != null && !isAnswered(last))
                        .map(last -> proposals.escalate(
                                "The orchestrator did not follow the runbook: " + last.refusal(), journey, List.of()));
    }

    private boolean isAnswered(PastTurn refused) {
        return refused.kind() == DecisionKind.FINISH && !situation.obligations().isEmpty();
    }

    /** Whatever another planner has changed, the runbook cannot know what it means. */
    private Optional<Decision> foreignChange() {
        Set<String> own = ownLabels();
        return situation.pastActions().stream()
                .filter(action -> action.changes() && action.wasCalled() && !isOwn(action, own))
                .findFirst()
                .map(action -> proposals.escalate(
                        "Another planner has already changed " + described(action) + " in this run; runbook "
                                + runbook.name() + " does not take over in the middle.",
                        journey,
                        List.of("Look at what was changed and go on by hand.")));
    }

    private static String described(PastAction action) {
        return action.target() == null ? "something by " + action.tool() : action.target();
    }

    private static boolean isOwn(PastAction action, Set<String> own) {
        String label = action.label();
        return label != null
                && (own.contains(label) || label.equals(ResolvedAlert.LABEL) || label.startsWith(Obligations.LABEL));
    }

    private Set<String> ownLabels() {
        Set<String> ids = new HashSet<>();
        runbook.everyStep(step -> {
            if (step instanceof Step.Calling calling) {
                ids.add(calling.call().id());
            }
        });
        return ids;
    }
}
