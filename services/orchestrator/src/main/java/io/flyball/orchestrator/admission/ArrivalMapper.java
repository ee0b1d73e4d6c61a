package io.flyball.orchestrator.admission;

import io.flyball.contract.AdmissionInput;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.Outcome;
import io.flyball.contract.RunActivityChanged;
import io.flyball.contract.RunClosed;
import io.flyball.orchestrator.run.Activity;
import io.flyball.orchestrator.run.AlertFacts;
import io.flyball.orchestrator.run.Remaining;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is read becomes an arrival; here Avro ends. */
final class ArrivalMapper {
    private ArrivalMapper() {}

    static Arrival arrival(AdmissionInput input, Instant at) {
        return switch (input.getInput()) {
            case Alert alert -> raised(alert, at);
            case io.flyball.contract.RunRequest request -> new Arrival.RunWanted(wish(request), at);
            case RunClosed closed ->
                new Arrival.RunEnded(
                        closed.getRunId(), closed.getOutcome() == Outcome.RESOLVED, closed.getChanged(), at);
            case RunActivityChanged news ->
                new Arrival.ActivityChanged(
                        news.getRunId(), Activity.valueOf(news.getActivity().name()), at);
            case io.flyball.contract.Deployment deployment ->
                new Arrival.Deployed(deployment.getTenant(), deployment.getEnvironment(), release(deployment), at);
            default -> throw new IllegalArgumentException("admission reads no such input");
        };
    }

    private static Arrival raised(Alert alert, Instant at) {
        var facts = new AlertFacts(
                alert.getFingerprint(),
                alert.getName(),
                alert.getService(),
                alert.getSeverity(),
                alert.getStatus() == AlertStatus.RESOLVED,
                alert.getSource(),
                alert.getLabels(),
                alert.getAnnotations(),
                alert.getStartsAt(),
                alert.getGeneratorUrl(),
                alert.getLeftOut());
        return new Arrival.AlertRaised(
                alert.getId(),
                alert.getTenant(),
                alert.getEnvironment(),
                facts,
                alert.getCausedByRun(),
                alert.getCausalDepth(),
                at);
    }

    private static RunRequest wish(io.flyball.contract.RunRequest request) {
        return new RunRequest(
                request.getRunId(),
                request.getTenant(),
                request.getAgent(),
                request.getPrincipal(),
                request.getEnvironment(),
                request.getGoal(),
                request.getInputs(),
                request.getDryRun(),
                null,
                null,
                parent(request.getParent()),
                limits(request.getLimits()),
                request.getCausedByRun(),
                request.getCausalDepth(),
                null);
    }

    private static @Nullable ParentStep parent(io.flyball.contract.@Nullable ParentRun parent) {
        return parent == null
                ? null
                : new ParentStep(parent.getRunId(), parent.getDelegation(), parent.getAttempt(), parent.getTaint());
    }

    private static @Nullable Remaining limits(io.flyball.contract.@Nullable RemainingLimits left) {
        return left == null
                ? null
                : new Remaining(
                        left.getSteps(),
                        left.getLlmCalls(),
                        left.getActions(),
                        left.getTokens(),
                        left.getCostMicros(),
                        Duration.ofMillis(left.getActiveMillis()));
    }

    private static Deployment release(io.flyball.contract.Deployment it) {
        return new Deployment(
                it.getId(),
                it.getService(),
                it.getVersion(),
                it.getPreviousVersion(),
                it.getBy(),
                it.getDescription(),
                it.getUrl(),
                it.getDeployedAt());
    }
}
