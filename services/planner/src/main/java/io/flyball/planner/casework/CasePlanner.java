package io.flyball.planner.casework;

import io.flyball.diagnosis.Case;
import io.flyball.diagnosis.Cause;
import io.flyball.diagnosis.Diagnose;
import io.flyball.diagnosis.Diagnosis;
import io.flyball.diagnosis.Hypothesis;
import io.flyball.diagnosis.Probe;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.plan.PastTurn;
import io.flyball.planner.plan.ProposedAction;
import io.flyball.planner.plan.Rationale;
import io.flyball.planner.plan.Situation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks, diagnoses, remedies, and diagnoses again. Everything is read anew from what became of the run's actions, so that the
 * same situation always leads to the same decision.
 */
public final class CasePlanner {
    private static final String NOTHING_WRONG = "nothing-wrong";
    private static final int COMPLEXITY = 4;

    private final Situation situation;
    private final List<Cause> causes;
    private final Reach reach;
    private final Remedies remedies;
    private final CaseReader reader;
    private final Case before;
    private final Rounds rounds;
    private final Diagnosis diagnosis;
    private final Briefing briefing;

    private CasePlanner(Situation situation, List<Probe> probes, List<Cause> causes, Reach reach, Remedies remedies) {
        this.situation = situation;
        this.causes = causes;
        this.reach = reach;
        this.remedies = remedies;
        this.reader = new CaseReader(situation, probes);
        this.before = reader.read(Phase.BEFORE);
        this.rounds = new Rounds(
                situation, reach, probes, before, reader.surroundings().kind());
        this.diagnosis = Diagnose.diagnose(before, causes, rounds.possible(before.known()));
        this.briefing = new Briefing(situation, reader.surroundings());
    }

    /** The next step; always the same for the same situation, files and agent. */
    public static Decision decide(
            Situation situation, List<Probe> probes, List<Cause> causes, Reach reach, Remedies remedies) {
        return new CasePlanner(situation, probes, causes, reach, remedies).decide();
    }

    private Decision decide() {
        Optional<Decision> refused = refused();
        if (refused.isPresent()) {
            return refused.get();
        }
        List<ProposedAction> next =
                rounds.made(Phase.AFTER) > 0 || hasChanged() ? List.of() : rounds.next(before, diagnosis);
        if (!next.isEmpty()) {
            return new Decision.Act(rationale(briefing.question(diagnosis), 0.5), next);
        }
        return diagnosis.verdict().map(this::onVerdict).orElseGet(() -> handOver(""));
    }

    /** A refused finish is the remedy's to answer. */
    private Optional<Decision> refused() {
        if (situation.turns().isEmpty()) {
            return Optional.empty();
        }
        PastTurn last = situation.turns().getLast();
        return last.refusal() == null || hasChanged()
                ? Optional.empty()
                : Optional.of(handOver("The orchestrator did not follow: " + last.refusal()));
    }

    private boolean hasChanged() {
        return situation.pastActions().stream().anyMatch(action -> action.changes() && action.wasCalled());
    }

    private Decision onVerdict(Hypothesis verdict) {
        if (verdict.cause().kind().kind().equals(NOTHING_WRONG)) {
            return nothingWrong(verdict);
        }
        return situation.alertIsResolved() && !hasChanged()
                ? handOver("The alert has resolved at its source.")
                : remedied(verdict);
    }

    private Decision nothingWrong(Hypothesis verdict) {
        String summary = briefing.headline() + ": " + verdict.says() + " Nothing was changed.";
        return new Decision.Finish(
                rationale(summary, verdict.confidence()),
                FinishOutcome.NOT_REPRODUCED,
                summary,
                "It did not answer for a while and answers again, or what raised the alert looks from another place.");
    }

    private Decision remedied(Hypothesis verdict) {
        for (Cause.Remedy remedy : verdict.cause().remedies()) {
            Optional<Map<String, String>> inputs = inputs(remedy, verdict);
            Optional<Decision> next = inputs.flatMap(known -> remedies.next(remedy.runbook(), situation, known));
            if (next.isPresent()) {
                return after(verdict, remedy, next.get());
            }
        }
        return handOver("");
    }

    /** Empty while something is not known that the remedy needs. */
    private static Optional<Map<String, String>> inputs(Cause.Remedy remedy, Hypothesis verdict) {
        Map<String, String> inputs = new HashMap<>();
        remedy.inputs()
                .forEach((name, text) -> text.filled(verdict.bindings()).ifPresent(value -> inputs.put(name, value)));
        return inputs.size() == remedy.inputs().size() ? Optional.of(inputs) : Optional.empty();
    }

    private Decision after(Hypothesis verdict, Cause.Remedy remedy, Decision next) {
        return switch (next) {
            case Decision.Act act ->
                new Decision.Act(
                        rationale(verdict.says() + " " + act.rationale().reasoning(), verdict.confidence()),
                        act.actions());
            case Decision.Finish finish when finish.outcome() == FinishOutcome.RESOLVED -> lookAgain(verdict, finish);
            case Decision.Finish finish -> finish;
            case Decision.Escalate told ->
                handOver(verdict.says() + " [" + verdict.cause().kind() + "] The remedy " + remedy.runbook()
                        + " did not go through: " + told.reason());
            case Decision.Ask _, Decision.Delegate _ -> next;
        };
    }

    /** The remedy says that it helped; the cause itself, and whether users are served, say whether that is so. */
    private Decision lookAgain(Hypothesis verdict, Decision.Finish finish) {
        if (rounds.made(Phase.AFTER) == 0) {
            Set<String> facts = new HashSet<>(verdict.cause().evidence().facts());
            facts.add("health.answers");
            List<ProposedAction> again = rounds.again(before, facts);
            if (!again.isEmpty()) {
                return new Decision.Act(
                        rationale("Is it gone? The same looks again, after the change.", verdict.confidence()), again);
            }
        }
        Case now = reader.read(Phase.AFTER);
        Diagnosis left = Diagnose.diagnose(now, causes, List.of());
        return isGone(verdict, left) && left.supported().isEmpty()
                ? healed(verdict, finish)
                : handOver(briefing.stillThere(verdict, left), now, left);
    }

    private static boolean isGone(Hypothesis verdict, Diagnosis left) {
        return left.open().stream()
                .noneMatch(each -> each.cause().name().equals(verdict.cause().name()) && each.confidence() > 0.25);
    }

    private Decision healed(Hypothesis verdict, Decision.Finish finish) {
        String summary = verdict.says() + " [" + verdict.cause().kind() + "] " + finish.summary()
                + " Looked at again afterwards: the cause is gone.";
        return new Decision.Finish(
                rationale(summary, verdict.confidence()),
                FinishOutcome.RESOLVED,
                summary,
                briefing.because(verdict, diagnosis));
    }

    private Decision handOver(String why) {
        return handOver(why, before, diagnosis);
    }

    private Decision handOver(String why, Case known, Diagnosis said) {
        String reason = why.isEmpty() ? briefing.reason(known, said) : briefing.headline() + ": " + why;
        double confidence = said.verdict().map(Hypothesis::confidence).orElse(0.3);
        return new Decision.Escalate(
                rationale(reason, confidence),
                reason,
                briefing.known(known, said, rounds.forbidden(before.known())),
                briefing.steps(known, said),
                null);
    }

    private static Rationale rationale(String reasoning, double confidence) {
        return new Rationale(reasoning, confidence, COMPLEXITY);
    }
}
