package io.flyball.orchestrator.shell;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.LimitsDefinition;
import io.flyball.contract.AdmissionKind;
import io.flyball.contract.AlertContext;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.ParentRun;
import io.flyball.contract.RemainingLimits;
import io.flyball.contract.RunAdmission;
import io.flyball.orchestrator.run.AlertFacts;
import io.flyball.orchestrator.run.Limits;
import io.flyball.orchestrator.run.Parent;
import io.flyball.orchestrator.run.Phase;
import io.flyball.orchestrator.run.Remaining;
import io.flyball.orchestrator.run.RunSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run is opened with: the admission, and the limits of its agent. */
final class SpecMapper {
    private final Catalogue catalogue;
    private final Limits defaults;

    SpecMapper(Catalogue catalogue, Limits defaults) {
        this.catalogue = catalogue;
        this.defaults = defaults;
    }

    RunSpec spec(RunAdmission a, String traceparent, Instant at) {
        return new RunSpec(
                a.getRunId(),
                a.getTenant(),
                a.getPrincipal(),
                a.getAgent(),
                a.getEnvironment(),
                a.getGoal(),
                a.getInputs(),
                a.getDryRun(),
                facts(a.getAlert()),
                parent(a),
                a.getCausedByRun(),
                a.getCausalDepth(),
                catalogue.agents().stream().map(AgentDefinition::name).toList(),
                phases(a.getAgent()),
                a.getBackground(),
                impossible(a),
                limits(a),
                traceparent,
                at);
    }

    static @Nullable Parent parent(RunAdmission a) {
        ParentRun parent = a.getParent();
        return parent == null ? null : new Parent(parent.getRunId(), parent.getDelegation(), parent.getAttempt());
    }

    private List<Phase> phases(String agent) {
        return catalogue.agent(agent).map(AgentDefinition::phases).orElse(List.of()).stream()
                .map(phase -> Phase.of(phase.name(), Objects.requireNonNull(phase.dependsOn())))
                .toList();
    }

    /** Why it ends at once: admission says so when it opens it, or there is no such agent. */
    private @Nullable String impossible(RunAdmission a) {
        return a.getKind() == AdmissionKind.OPEN && a.getReason() != null ? a.getReason() : unknown(a.getAgent());
    }

    private @Nullable String unknown(String agent) {
        return catalogue.agent(agent).isPresent()
                ? null
                : "there is no agent named " + agent + "; the catalogue has "
                        + catalogue.agents().stream().map(AgentDefinition::name).collect(Collectors.joining(", "));
    }

    /** A specialist's limits lie within what its parent has left. */
    private Limits limits(RunAdmission a) {
        Limits own = limits(a.getAgent());
        RemainingLimits left = a.getLimits();
        return left == null
                ? own
                : own.within(new Remaining(
                        left.getSteps(),
                        left.getLlmCalls(),
                        left.getActions(),
                        left.getTokens(),
                        left.getCostMicros(),
                        Duration.ofMillis(left.getActiveMillis())));
    }

    private Limits limits(String agent) {
        LimitsDefinition own =
                catalogue.agent(agent).map(AgentDefinition::limits).orElse(LimitsDefinition.NONE);
        return new Limits(
                or(own.steps(), defaults.steps()),
                or(own.llmCalls(), defaults.llmCalls()),
                or(own.actions(), defaults.actions()),
                or(own.sameAction(), defaults.sameAction()),
                or(own.activeTime(), defaults.activeTime()),
                or(own.tokens(), defaults.tokens()),
                or(own.costMicros(), defaults.costMicros()),
                defaults.changesPerService(),
                defaults.repairs(),
                defaults.planAttempts(),
                defaults.planTime(),
                defaults.toolRetries(),
                defaults.specialists(),
                defaults.patience());
    }

    private static <T> T or(@Nullable T own, T otherwise) {
        return Optional.ofNullable(own).orElse(otherwise);
    }

    private static @Nullable AlertFacts facts(@Nullable AlertContext alert) {
        return alert == null
                ? null
                : new AlertFacts(
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
    }
}
