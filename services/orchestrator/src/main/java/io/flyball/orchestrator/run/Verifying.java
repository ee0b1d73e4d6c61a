package io.flyball.orchestrator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What has been changed must be looked at before anybody may call it resolved. */
final class Verifying {
    private Verifying() {}

    /** Why the run must not end so; empty if it may. */
    static Optional<String> refusal(Run run, Plan.Wants.Finish finish) {
        if (!run.owed().isEmpty()) {
            return Optional.of("Not verified yet: "
                    + run.owed().stream().map(Verifying::describe).collect(Collectors.joining("; "))
                    + ". Read each after its change, then finish.");
        }
        if (finish.outcome() == Outcome.NOT_REPRODUCED) {
            return falseAlarm(run, finish);
        }
        List<String> phases = Manifest.open(run.phases());
        return phases.isEmpty()
                ? FollowUps.refusal(run)
                : Optional.of("Phases that are not verified yet: " + String.join(", ", phases) + ".");
    }

    /** A false alarm is a finding too: somebody looked, changed nothing, and can say why the alert fired. */
    private static Optional<String> falseAlarm(Run run, Plan.Wants.Finish finish) {
        if (!run.tally().changes().isEmpty()) {
            return Optional.of("Something was changed, so this is no false alarm: finish as RESOLVED or escalate.");
        }
        if (run.tally().reads() == 0) {
            return Optional.of("Nothing was looked at, so nobody knows whether this is a false alarm: check first.");
        }
        boolean unexplained = finish.rootCause() == null || finish.rootCause().isBlank();
        return run.alert() != null && unexplained
                ? Optional.of("Say as the root cause why the alert fired although nothing is wrong.")
                : FollowUps.refusal(run);
    }

    private static String describe(Obligation owed) {
        return owed.target() + " (changed by " + owed.actionId()
                + (owed.hint() == null ? ")" : "; " + owed.hint() + ")");
    }

    /**
     * The run after that action ended: a change owes a verification, a read may pay one.
     *
     * @param beside all actions of the step; reads of it that run now began before this change ended
     */
    static Run after(
            Run run, List<Action> beside, Action action, Verdict allowed, ToolResult report, DecisionBuilder story) {
        String target = action.proposal().target();
        Run seen = Collateral.note(run, action, report, story);
        if (!allowed.effect().changes()) {
            return Evidence.read(seen, action, report, story);
        }
        return report.mayHaveChanged()
                ? owe(seen, beside, action, target == null ? action.id() : target, allowed, story)
                : phase(seen, action, report, story);
    }

    /** A change of a phase that did not happen lets the phase be tried again, unless this is a dry run. */
    private static Run phase(Run run, Action action, ToolResult report, DecisionBuilder story) {
        String phase = action.proposal().phase();
        Phase.State state = report.status() == ToolResult.Status.DRY_RUN ? Phase.State.VERIFIED : Phase.State.READY;
        return phase == null ? run : Manifest.move(run, phase, state, story);
    }

    private static Run owe(
            Run run, List<Action> beside, Action action, String target, Verdict allowed, DecisionBuilder story) {
        int failures = run.owed().stream()
                .filter(o -> o.target().equals(target))
                .mapToInt(Obligation::failures)
                .findFirst()
                .orElse(0);
        List<Obligation> owed = Obligation.without(run.owed(), target);
        owed.add(new Obligation(
                target,
                action.id(),
                allowed.verificationHint(),
                failures,
                action.proposal().phase(),
                Evidence.inFlight(beside)));
        List<Verification> verified = new ArrayList<>(run.verified());
        verified.removeIf(v -> v.target().equals(target));
        story.tell(new RunFact.VerificationOwed(target, action.id()));
        Run owing = FollowUps.changed(
                run.with(run.tally().withChange(target)).with(owed, verified), Evidence.inFlight(beside));
        String phase = action.proposal().phase();
        return phase == null ? owing : Manifest.move(owing, phase, Phase.State.DONE, story);
    }

    /** A target whose verification has failed more often than may be repaired. */
    static Optional<Obligation> beyondRepair(Run run) {
        return run.owed().stream()
                .filter(owed -> owed.failures() > run.spec().limits().repairs())
                .findFirst();
    }
}
