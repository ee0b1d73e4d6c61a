package io.flyball.orchestrator.topology;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.LimitsDefinition;
import io.flyball.contract.AlertContext;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.RunAdmission;
import io.flyball.orchestrator.run.AlertFacts;
import io.flyball.orchestrator.run.Limits;
import io.flyball.orchestrator.run.RunSpec;
import java.time.Instant;
import java.util.Optional;
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
                limits(a.getAgent()),
                traceparent,
                at);
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
                defaults.planTime());
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
                        alert.getGeneratorUrl());
    }
}
