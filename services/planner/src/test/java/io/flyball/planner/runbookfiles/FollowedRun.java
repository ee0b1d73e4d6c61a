package io.flyball.planner.runbookfiles;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.CallStatus;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.DecisionKind;
import io.flyball.planner.plan.Effect;
import io.flyball.planner.plan.EntryFacts;
import io.flyball.planner.plan.Owed;
import io.flyball.planner.plan.PastAction;
import io.flyball.planner.plan.PastTurn;
import io.flyball.planner.plan.ProposedAction;
import io.flyball.planner.plan.Remaining;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.plan.SpecialistFinding;
import io.flyball.planner.plan.Verdict;
import io.flyball.planner.runbook.Runbook;
import io.flyball.planner.runbook.RunbookPlanner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A run as the orchestrator would lead it: what is proposed is answered, and what came of it is there next time. */
final class FollowedRun {
    static final Instant NOW = Instant.parse("2026-11-21T06:10:00Z");

    private final Runbook runbook;
    private final List<PastTurn> turns = new ArrayList<>();
    private final List<Owed> owed = new ArrayList<>();
    private final List<SpecialistFinding> findings = new ArrayList<>();
    private final Set<String> changing;

    @Nullable
    AlertFacts alert;

    Map<String, String> inputs = new HashMap<>();
    boolean dryRun;
    List<EntryFacts> entries = List.of();

    /** What comes of an action. */
    record Answer(
            Verdict verdict,
            @Nullable CallStatus status,
            String output,
            @Nullable String error) {
        static Answer ok(String output) {
            return new Answer(Verdict.ALLOW, CallStatus.SUCCEEDED, output, null);
        }

        static Answer failed(String error) {
            return new Answer(Verdict.ALLOW, CallStatus.FAILED, "", error);
        }

        static Answer ended(CallStatus status) {
            return new Answer(Verdict.ALLOW, status, "", "it " + status);
        }

        static Answer denied() {
            return new Answer(Verdict.DENY, null, "", null);
        }
    }

    FollowedRun(Runbook runbook, @Nullable AlertFacts alert, String... changingSteps) {
        this.runbook = runbook;
        this.alert = alert;
        this.changing = Set.of(changingSteps);
    }

    static AlertFacts alert(String name, Map<String, String> labels, Map<String, String> annotations) {
        return new AlertFacts(
                name,
                labels.get("service"),
                "critical",
                "alertmanager",
                false,
                labels,
                annotations,
                NOW.minusSeconds(60));
    }

    /** What was decided was delegated, and this is what came of it. */
    FollowedRun reported(SpecialistFinding... heard) {
        turns.add(new PastTurn(turns.size() + 1, DecisionKind.DELEGATE, "hands over", List.of(), null));
        findings.addAll(List.of(heard));
        return this;
    }

    void alertResolves() {
        AlertFacts a = alert;
        alert = new AlertFacts(
                a.name(), a.service(), a.severity(), a.source(), true, a.labels(), a.annotations(), a.startsAt());
    }

    Situation situation() {
        int step = turns.size() + 1;
        return new Situation(
                "r1:p" + step + ".1",
                "r1",
                "service-restorer",
                "production",
                step,
                "bring it back",
                inputs,
                dryRun,
                alert,
                turns,
                owed,
                new Remaining(10, 10, 20, 50_000, 500_000, 300_000),
                List.of(),
                List.of(),
                NOW.plusSeconds(120),
                "",
                findings,
                List.of(),
                "default",
                entries);
    }

    Decision decide() {
        return RunbookPlanner.decide(runbook, situation(), TestCatalogue.toolbelt(TestCatalogue.restorer()));
    }

    /** The actions that are wanted next; fails if anything else is. */
    List<ProposedAction> wanted() {
        return switch (decide()) {
            case Decision.Act act -> act.actions();
            case Decision other -> throw new AssertionError("expected actions, not " + other);
        };
    }

    ProposedAction wantedAlone() {
        List<ProposedAction> wanted = wanted();
        if (wanted.size() != 1) {
            throw new AssertionError("expected one action, not " + wanted);
        }
        return wanted.getFirst();
    }

    /** Answers whatever is wanted next, by label. */
    FollowedRun answer(Function<String, Answer> answers) {
        int step = turns.size() + 1;
        List<PastAction> past = new ArrayList<>();
        for (ProposedAction action : wanted()) {
            past.add(become(action, "r1:" + step + ":" + past.size(), answers.apply(action.label())));
        }
        turns.add(new PastTurn(step, DecisionKind.ACT, "", past, null));
        return this;
    }

    FollowedRun answer(Answer same) {
        return answer(_ -> same);
    }

    private PastAction become(ProposedAction action, String id, Answer answer) {
        boolean changes = changing.contains(action.label());
        if (answer.status() != null) {
            account(action, id, changes, answer.status());
        }
        return new PastAction(
                id,
                action.label(),
                action.tool(),
                action.arguments(),
                action.target(),
                changes ? Effect.CHANGE : Effect.READ,
                answer.verdict(),
                answer.verdict() == Verdict.DENY ? "not today" : "policy",
                answer.status(),
                answer.output(),
                answer.output().length(),
                answer.status() == CallStatus.SUCCEEDED ? 0 : 1,
                answer.error());
    }

    private void account(ProposedAction action, String id, boolean changes, CallStatus status) {
        boolean mayHaveChanged = status == CallStatus.SUCCEEDED
                || status == CallStatus.FAILED
                || status == CallStatus.TIMED_OUT
                || status == CallStatus.UNKNOWN;
        if (changes && mayHaveChanged) {
            owed.removeIf(each -> each.target().equals(action.target()));
            owed.add(new Owed(action.target(), id, "look with health_check"));
        }
        if (!changes && status == CallStatus.SUCCEEDED) {
            owed.removeIf(each ->
                    each.target().equals(action.target()) || action.verifies().contains(each.target()));
        }
    }

    void owes(String target) {
        owed.add(new Owed(target, "r1:0:0", "look with health_check"));
    }

    void refuseFinish(String why) {
        turns.add(new PastTurn(turns.size() + 1, DecisionKind.FINISH, "", List.of(), why));
    }

    void somebodyElseChanged(String target) {
        var action = new PastAction(
                "r1:1:0",
                null,
                "run_command",
                Map.of(),
                target,
                Effect.CHANGE,
                Verdict.ALLOW,
                "",
                CallStatus.SUCCEEDED,
                "",
                0,
                0,
                null);
        turns.add(new PastTurn(turns.size() + 1, DecisionKind.ACT, "", List.of(action), null));
    }

    static AgentDefinition agent(Catalogue catalogue) {
        return catalogue.agent("service-restorer").orElseThrow();
    }
}
