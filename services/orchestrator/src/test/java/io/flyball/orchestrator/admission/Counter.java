package io.flyball.orchestrator.admission;

import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.inventory.Inventory;
import io.flyball.orchestrator.config.AdmissionProperties;
import io.flyball.orchestrator.run.AlertFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Admission without its shell: knowledge that grows with each decision, as the processor lets it. */
final class Counter {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final Catalogue SHIPPED = Catalogue.load(Path.of("../../catalogue"));

    final Knowledge known = new Knowledge();
    private final AdmissionMachine machine;

    Counter() {
        this(AdmissionProperties.DEFAULT);
    }

    Counter(AdmissionProperties set) {
        this(Duration.ofMinutes(5), set);
    }

    Counter(Duration coolDown, AdmissionProperties set) {
        machine = new AdmissionMachine(
                SHIPPED.agents(),
                Changers.of(SHIPPED),
                "first-responder",
                Inventory.NONE,
                new ClosedRunPeriods(coolDown, Duration.ofMinutes(30)),
                set);
    }

    List<Answer> take(Arrival arrival) {
        List<Answer> answers = new ArrayList<>(follow(machine.decide(known, arrival)));
        answers.addAll(openWaiting(arrival.at()));
        return answers;
    }

    List<Answer> openWaiting(Instant at) {
        List<Answer> answers = new ArrayList<>();
        Optional<Decision> next = machine.next(known, at);
        while (next.isPresent()) {
            answers.addAll(follow(next.get()));
            next = machine.next(known, at);
        }
        return answers;
    }

    private List<Answer> follow(Decision decision) {
        decision.learned().forEach(known::learn);
        decision.forgotten().forEach(known::forget);
        return decision.answers();
    }

    /** The answer, when there is but one. */
    Answer only(Arrival arrival) {
        List<Answer> answers = take(arrival);
        if (answers.size() != 1) {
            throw new AssertionError("one answer expected, not " + answers);
        }
        return answers.getFirst();
    }

    static Arrival.AlertRaised firing(String fingerprint, String service, Instant at) {
        return alert(fingerprint, "ServiceUnavailable", service, false, null, 0, at);
    }

    static Arrival.AlertRaised resolved(String fingerprint, String service, Instant at) {
        return alert(fingerprint, "ServiceUnavailable", service, true, null, 0, at);
    }

    static Arrival.AlertRaised alert(
            String fingerprint, String name, String service, boolean resolved, String cause, int depth, Instant at) {
        var facts = new AlertFacts(
                fingerprint, name, service, "critical", resolved, "test", Map.of(), Map.of(), at, null, 0);
        String id = fingerprint + "@" + at + (resolved ? "!" : "");
        return new Arrival.AlertRaised(id, "default", "production", facts, cause, depth, at);
    }

    static Arrival.RunWanted wanted(RunRequest wish, Instant at) {
        return new Arrival.RunWanted(wish, at);
    }

    static RunRequest wish(String runId, String agent, String goal, ParentStep parent) {
        return wish(runId, agent, goal, parent, Map.of(), null);
    }

    static RunRequest wish(
            String runId, String agent, String goal, ParentStep parent, Map<String, String> inputs, String cause) {
        return new RunRequest(
                runId,
                "default",
                agent,
                "ann",
                "production",
                goal,
                inputs,
                false,
                null,
                null,
                parent,
                null,
                cause,
                0,
                null);
    }

    static Arrival.RunEnded ended(String runId, Instant at) {
        return new Arrival.RunEnded(runId, true, false, at);
    }

    static Arrival.RunEnded changed(String runId, Instant at) {
        return new Arrival.RunEnded(runId, true, true, at);
    }

    static Arrival.AlertRaised severe(String severity, String service, Instant at) {
        var facts = new AlertFacts(
                service, "ServiceUnavailable", service, severity, false, "test", Map.of(), Map.of(), at, null, 0);
        return new Arrival.AlertRaised(service + "@" + at, "default", "production", facts, null, 0, at);
    }

    static String opened(Answer answer) {
        return ((Answer.Open) answer).wish().runId();
    }
}
