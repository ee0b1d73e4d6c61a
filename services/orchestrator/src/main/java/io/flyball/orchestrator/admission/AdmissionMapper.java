package io.flyball.orchestrator.admission;

import io.flyball.contract.AdmissionKind;
import io.flyball.contract.AlertContext;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.Notification;
import io.flyball.contract.NotificationKind;
import io.flyball.contract.ParentRun;
import io.flyball.contract.RemainingLimits;
import io.flyball.contract.RunAdmission;
import io.flyball.orchestrator.run.AlertFacts;
import io.flyball.orchestrator.run.Remaining;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Admission's words to runs and people, from domain to contract. */
final class AdmissionMapper {
    private AdmissionMapper() {}

    static RunAdmission open(Answer.Open it, Instant at) {
        String id = it.waited()
                ? "open"
                : it.wish().alertId() == null ? "request" : it.wish().alertId();
        return of(it.wish(), AdmissionKind.OPEN, id, at)
                .setBackground(it.background())
                .build();
    }

    static RunAdmission refused(Answer.Refuse it, Instant at) {
        return of(it.wish(), AdmissionKind.OPEN, "refused", at)
                .setReason("admission lets it not begin: " + it.why())
                .build();
    }

    static RunAdmission waits(Answer.Wait it, Instant at) {
        return of(it.wish(), AdmissionKind.QUEUE, "queue", at)
                .setReason(it.obstacle().reason())
                .setPosition(it.obstacle().position())
                .setSince(it.since())
                .setBehind(it.obstacle().behind())
                .setUntil(it.obstacle().until())
                .build();
    }

    private static RunAdmission.Builder of(RunRequest wish, AdmissionKind kind, String id, Instant at) {
        return RunAdmission.newBuilder()
                .setId(wish.runId() + ":" + id)
                .setRunId(wish.runId())
                .setTenant(wish.tenant())
                .setKind(kind)
                .setAgent(wish.agent())
                .setPrincipal(wish.principal())
                .setEnvironment(wish.environment())
                .setGoal(wish.goal())
                .setInputs(wish.inputs())
                .setDryRun(wish.dryRun())
                .setAlert(wish.alert() == null ? null : context(wish.alert()))
                .setAlertId(wish.alertId())
                .setParent(parent(wish.parent()))
                .setLimits(limits(wish.limits()))
                .setCausedByRun(wish.causedByRun())
                .setCausalDepth(wish.causalDepth())
                .setAdmittedAt(at);
    }

    static RunAdmission join(Answer.Join it, Instant at) {
        var alert = it.alert();
        return to(it.run(), AdmissionKind.JOIN, alert.id(), at)
                .setPrincipal("alert:" + alert.facts().source())
                .setGoal(AlertRules.goal(alert))
                .setAlert(context(alert.facts()))
                .setAlertId(alert.id())
                .setCausedByRun(alert.causedByRun())
                .setCausalDepth(alert.causalDepth())
                .build();
    }

    static RunAdmission tell(Answer.Tell it, Instant at) {
        return to(it.run(), AdmissionKind.NOTE, "note:" + it.id(), at)
                .setBackground(List.of(it.line()))
                .build();
    }

    static RunAdmission listen(Answer.Listen it, Instant at) {
        return to(it.run(), AdmissionKind.LISTEN, "listen:" + it.wish().runId(), at)
                .setPrincipal(it.wish().principal())
                .setGoal(it.wish().goal())
                .setInputs(it.wish().inputs())
                .setParent(parent(it.wish().parent()))
                .build();
    }

    static RunAdmission asksAfter(RunRequest wish, Instant at) {
        return RunAdmission.newBuilder()
                .setId(wish.runId() + ":asked-after:" + at.toEpochMilli())
                .setRunId(wish.runId())
                .setTenant(wish.tenant())
                .setKind(AdmissionKind.LISTEN)
                .setAgent(wish.agent())
                .setPrincipal(wish.principal())
                .setEnvironment(wish.environment())
                .setGoal(wish.goal())
                .setParent(parent(wish.parent()))
                .setAdmittedAt(at)
                .build();
    }

    private static RunAdmission.Builder to(KnownRun run, AdmissionKind kind, String id, Instant at) {
        return RunAdmission.newBuilder()
                .setId(run.runId() + ":" + id)
                .setRunId(run.runId())
                .setTenant(run.tenant())
                .setKind(kind)
                .setAgent(run.agent())
                .setPrincipal("admission")
                .setEnvironment(run.environment())
                .setGoal("")
                .setAdmittedAt(at);
    }

    static Notification warning(Answer.Warn it, Instant at) {
        String id = "breaker:" + it.agent() + ":" + at.toEpochMilli();
        return Notification.newBuilder()
                .setId(id)
                .setDedupKey(id)
                .setTenant(it.tenant())
                .setSubject("breaker:" + it.agent())
                .setKind(NotificationKind.BREAKER)
                .setSeverity("warning")
                .setAgent(it.agent())
                .setTitle("The breaker of the agent " + it.agent() + " has tripped")
                .setBody(it.reason()
                        + ". Further runs of it wait and open as the hour goes by; agents that only read go on.\n\n"
                        + "See them with `flyball runs list --queued`; look whether those changes help.")
                .setFields(Map.of("agent", it.agent()))
                .setAt(at)
                .build();
    }

    private static @Nullable ParentRun parent(@Nullable ParentStep parent) {
        return parent == null
                ? null
                : new ParentRun(parent.runId(), parent.delegation(), parent.attempt(), parent.taint());
    }

    private static @Nullable RemainingLimits limits(@Nullable Remaining left) {
        return left == null
                ? null
                : new RemainingLimits(
                        left.steps(),
                        left.llmCalls(),
                        left.actions(),
                        left.tokens(),
                        left.costMicros(),
                        left.activeTime().toMillis());
    }

    private static AlertContext context(AlertFacts alert) {
        return AlertContext.newBuilder()
                .setFingerprint(alert.fingerprint())
                .setName(alert.name())
                .setService(alert.service())
                .setSeverity(alert.severity())
                .setStatus(alert.resolved() ? AlertStatus.RESOLVED : AlertStatus.FIRING)
                .setSource(alert.source())
                .setLabels(alert.labels())
                .setAnnotations(alert.annotations())
                .setStartsAt(alert.startsAt())
                .setGeneratorUrl(alert.generatorUrl())
                .setLeftOut(alert.leftOut())
                .build();
    }
}
