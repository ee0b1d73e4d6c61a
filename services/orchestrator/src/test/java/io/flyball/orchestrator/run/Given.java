package io.flyball.orchestrator.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run told step by step: what happens to it, and what the machine makes of it. */
final class Given {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final String RUN = "run-1";

    final List<RunEvent> history = new ArrayList<>();
    final List<RunCommand> commands = new ArrayList<>();

    @Nullable
    RunState state;

    Decision last = Decision.stay(null, "nothing yet");
    Instant now = START;

    static Given anOpenRun() {
        return anOpenRun(Limits.DEFAULT);
    }

    static Given anOpenRun(Limits limits) {
        Given given = new Given();
        given.happens(new RunEvent.Opened(spec(limits, given.now), given.now));
        return given;
    }

    /** An escalation waits for a hand-back, up to a day. */
    static Limits patient() {
        return waiting(
                new Patience(Duration.ofHours(1), Duration.ofDays(1), Duration.ofMinutes(30), Duration.ofMinutes(5)));
    }

    static Limits waiting(Patience patience) {
        Limits d = Limits.DEFAULT;
        return new Limits(
                d.steps(),
                d.llmCalls(),
                d.actions(),
                d.sameAction(),
                d.activeTime(),
                d.tokens(),
                d.costMicros(),
                d.changesPerService(),
                d.repairs(),
                d.planAttempts(),
                d.planTime(),
                d.toolRetries(),
                d.specialists(),
                patience);
    }

    static RunSpec spec(Limits limits, Instant openedAt) {
        var alert = new AlertFacts(
                "fp",
                "ServiceUnavailable",
                "shop",
                "critical",
                false,
                "alertmanager",
                Map.of(),
                Map.of(),
                START,
                null,
                0);
        return new RunSpec(
                RUN,
                "default",
                "alert:alertmanager",
                "service-restorer",
                "production",
                "restore shop",
                Map.of(),
                false,
                alert,
                null,
                null,
                0,
                List.of("service-restorer", "db-expert", "net-expert"),
                List.of(),
                List.of(),
                null,
                limits,
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                openedAt);
    }

    static RunEvent joins(String fingerprint, String service, boolean resolved, Instant startsAt, Instant at) {
        return new RunEvent.AlertJoined(
                "a-" + at,
                fingerprint,
                "HighLatency on " + service,
                AlertSubject.of(service, Map.of()),
                resolved,
                startsAt,
                0,
                at);
    }

    Given happens(RunEvent event) {
        last = RunMachine.decide(state, event);
        state = last.next();
        history.add(event);
        commands.addAll(last.commands());
        return this;
    }

    Given after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Given timePasses(Duration time) {
        return after(time).happens(new RunEvent.TimePassed(now));
    }

    Given plans(Plan.Wants wants) {
        return plans(wants, Tokens.NONE, 0, 0);
    }

    Given plans(Plan.Wants wants, Tokens tokens, int llmCalls, long costMicros) {
        var by = new Plan.DecidedBy("runbook", "service-unavailable", "v1", null, null, "test");
        var plan = new Plan(requestId() + ":d", requestId(), wants, "because", 0.9, by, tokens, llmCalls, costMicros);
        return happens(new RunEvent.PlanArrived(plan, now));
    }

    String requestId() {
        return state instanceof RunState.Planning planning ? planning.requestId() : "none";
    }

    Given proposes(ProposedAction... actions) {
        return plans(new Plan.Wants.Act(List.of(actions)));
    }

    Given finishes(Outcome outcome) {
        return plans(new Plan.Wants.Finish(outcome, "done", "bad upstream"));
    }

    /** One step with one read that succeeds. */
    Given looksAround() {
        return proposes(read(0, "look")).allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
    }

    Given changes(String what, String target) {
        return proposes(change(0, what, target)).allows(0, Effect.CHANGE).ends(0, ToolResult.Status.SUCCEEDED);
    }

    Given verifies(String target) {
        return proposes(verify(0, target)).allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
    }

    Given allows(int index, Effect effect) {
        return answers(index, Verdict.Kind.ALLOW, effect);
    }

    Given holds(int index, Effect effect) {
        return answers(index, Verdict.Kind.HOLD_FOR_APPROVAL, effect);
    }

    Given denies(int index, Effect effect) {
        return answers(index, Verdict.Kind.DENY, effect);
    }

    Given answers(int index, Verdict.Kind kind, Effect effect) {
        return happens(new RunEvent.VerdictArrived(answer(id(index), "hash-" + hashOf(index), kind, effect), now));
    }

    Verdict answer(String actionId, String hash, Verdict.Kind kind, Effect effect) {
        Instant expires = kind == Verdict.Kind.HOLD_FOR_APPROVAL ? now.plusSeconds(300) : null;
        return new Verdict(
                actionId + ":v1",
                actionId,
                kind,
                "rule says so",
                "production/read",
                "policy",
                effect,
                true,
                "LOW",
                hash,
                null,
                null,
                null,
                expires);
    }

    Given ends(int index, ToolResult.Status status) {
        return happens(new RunEvent.ToolEnded(id(index), dispatch(index), report(status), now));
    }

    int dispatch(int index) {
        return acting().actions().get(index).state() instanceof ActionState.Called called ? called.dispatch() : 1;
    }

    static ToolResult report(ToolResult.Status status) {
        return report(status, null);
    }

    static ToolResult report(ToolResult.Status status, @Nullable ErrorClass errorClass) {
        return report(status, errorClass, true);
    }

    static ToolResult report(ToolResult.Status status, @Nullable ErrorClass errorClass, boolean started) {
        String error = errorClass == null ? null : "it went wrong";
        return new ToolResult(
                status, "output", 6, 0, error, errorClass, started, Duration.ofMillis(5), null, null, List.of(), null);
    }

    String id(int index) {
        return acting().actions().get(index).id();
    }

    private String hashOf(int index) {
        return acting().actions().get(index).proposal().hash().substring("hash-".length());
    }

    RunState.Acting acting() {
        return (RunState.Acting) java.util.Objects.requireNonNull(state);
    }

    static ProposedAction read(int index, String what) {
        return action(index, what, "url:" + what, false, List.of());
    }

    static ProposedAction change(int index, String what, String target) {
        return action(index, what, target, false, List.of());
    }

    static ProposedAction verify(int index, String target) {
        return action(index, "verify", target, false, List.of(target));
    }

    static ProposedAction action(int index, String what, String target, boolean independent, List<String> verifies) {
        return new ProposedAction(
                index,
                what,
                "run_command",
                "{\"argv\":[\"" + what + "\"]}",
                target,
                "because",
                null,
                null,
                independent,
                verifies,
                null,
                List.of(),
                null,
                "hash-" + what,
                null);
    }

    <T extends RunCommand> List<T> commands(Class<T> type) {
        return commands.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends RunFact> List<T> facts(Class<T> type) {
        return commands(RunCommand.Tell.class).stream()
                .map(RunCommand.Tell::fact)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
