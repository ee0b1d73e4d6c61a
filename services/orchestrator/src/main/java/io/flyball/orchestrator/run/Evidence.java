package io.flyball.orchestrator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a read shows about the targets that the run has changed: it counts when it was sent after the change had ended, and
 * when it said what it must show.
 */
final class Evidence {
    private Evidence() {}

    /** The run after a read ended. */
    static Run read(Run run, Action action, ToolResult report, DecisionBuilder story) {
        Run after = report.succeeded() && action.proposal().compares()
                ? FollowUps.read(run.with(run.tally().withRead()), action)
                : run;
        for (Obligation owed : run.owed()) {
            if (looksAt(action.proposal(), owed.target())) {
                after = weigh(after, owed, action, report, story);
            }
        }
        return after;
    }

    private static boolean looksAt(ProposedAction read, String target) {
        return target.equals(read.target()) || read.verifies().contains(target);
    }

    private static Run weigh(Run run, Obligation owed, Action action, ToolResult report, DecisionBuilder story) {
        if (!action.proposal().compares()) {
            return run.withHint(action.id() + " read " + owed.target() + " without saying what it must show, so it"
                    + " verifies nothing: use a check, or say what you expect.");
        }
        if (owed.besides().contains(sending(action))) {
            return run.withHint(action.id() + " read " + owed.target() + " before its change by " + owed.actionId()
                    + " had ended, so it verifies nothing: read it again.");
        }
        return report.succeeded() ? pay(run, owed, action, report, story) : fail(run, owed, action, report, story);
    }

    private static Run pay(Run run, Obligation owed, Action action, ToolResult report, DecisionBuilder story) {
        List<Verification> verified = new ArrayList<>(run.verified());
        verified.add(
                new Verification(owed.target(), action.id(), action.proposal().expected(), report.startedAt()));
        story.tell(new RunFact.Verified(owed.target(), action.id()));
        Run paid = run.with(Obligation.without(run.owed(), owed.target()), verified);
        boolean last = paid.owed().stream().noneMatch(o -> Objects.equals(o.phase(), owed.phase()));
        return owed.phase() == null || !last ? paid : Manifest.move(paid, owed.phase(), Phase.State.VERIFIED, story);
    }

    /** A read that could not be made says nothing about the target. */
    private static Run fail(Run run, Obligation owed, Action action, ToolResult report, DecisionBuilder story) {
        return switch (report.status()) {
            case FAILED, TIMED_OUT -> {
                List<Obligation> still = Obligation.without(run.owed(), owed.target());
                still.add(owed.failed());
                story.tell(new RunFact.VerificationFailed(
                        owed.target(), action.id(), owed.failures() + 1, report.error()));
                Run failing = run.with(still, run.verified());
                yield owed.phase() == null ? failing : Manifest.move(failing, owed.phase(), Phase.State.FAILED, story);
            }
            case SUCCEEDED, REFUSED, STOPPED, CANCELLED, UNKNOWN, DRY_RUN -> run;
        };
    }

    /** The calls that are with the executor now; what comes of them may be older than what ends now. */
    static List<String> inFlight(List<Action> actions) {
        return actions.stream()
                .filter(action -> action.state() instanceof ActionState.Called)
                .map(Evidence::sending)
                .toList();
    }

    static String sending(Action action) {
        int dispatch = action.state() instanceof ActionState.Called called ? called.dispatch() : 1;
        return action.id() + "/" + dispatch;
    }

    /**
     * A step with reads only settles its phases: all of them succeeded and one at least compared, so the phase is verified;
     * else it may be tried again.
     */
    static Run readPhases(Run run, List<Action> actions, DecisionBuilder story) {
        Run moved = run;
        for (Phase phase : run.phases()) {
            List<Action> mine = actions.stream()
                    .filter(action -> phase.name().equals(action.proposal().phase()))
                    .toList();
            if (phase.state() == Phase.State.ACTING && !mine.isEmpty()) {
                moved = Manifest.move(moved, phase.name(), settled(mine), story);
            }
        }
        return moved;
    }

    private static Phase.State settled(List<Action> reads) {
        boolean allSucceeded = reads.stream()
                .allMatch(action -> action.state() instanceof ActionState.Finished f
                        && f.report().succeeded());
        boolean compared = reads.stream().anyMatch(action -> action.proposal().compares());
        return allSucceeded && compared ? Phase.State.VERIFIED : Phase.State.READY;
    }
}
