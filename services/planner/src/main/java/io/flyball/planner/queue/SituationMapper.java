package io.flyball.planner.queue;

import io.flyball.contract.AlertContext;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.Finding;
import io.flyball.contract.Obligation;
import io.flyball.contract.Phase;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.RemainingLimits;
import io.flyball.contract.Turn;
import io.flyball.contract.TurnAction;
import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.CallStatus;
import io.flyball.planner.plan.DecisionKind;
import io.flyball.planner.plan.Effect;
import io.flyball.planner.plan.ManifestPhase;
import io.flyball.planner.plan.Owed;
import io.flyball.planner.plan.PastAction;
import io.flyball.planner.plan.PastTurn;
import io.flyball.planner.plan.Remaining;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.plan.SpecialistFinding;
import io.flyball.planner.plan.Verdict;
import io.flyball.platform.wire.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Plan requests as situations. */
final class SituationMapper {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SituationMapper() {}

    /**
     * The situation that a request describes.
     *
     * @throws Unreadable if arguments in it are no JSON object; asking again would not help
     */
    static Situation situation(PlanRequest request) throws Unreadable {
        return new Situation(
                request.getId(),
                request.getRunId(),
                request.getAgent(),
                request.getEnvironment(),
                request.getStep(),
                request.getGoal(),
                request.getInputs(),
                request.getDryRun(),
                alert(request.getAlert()),
                turns(request.getTurns()),
                request.getObligations().stream().map(SituationMapper::owed).toList(),
                remaining(request.getRemaining()),
                request.getHints(),
                request.getBackground(),
                request.getDeadline(),
                request.getProgress(),
                request.getFindings().stream().map(SituationMapper::finding).toList(),
                request.getManifest().stream().map(SituationMapper::phase).toList(),
                request.getTenant(),
                List.of());
    }

    private static SpecialistFinding finding(Finding finding) {
        return new SpecialistFinding(
                finding.getName(),
                finding.getAgent(),
                finding.getOutcome().name(),
                finding.getSummary(),
                finding.getConfidence(),
                finding.getApproaches(),
                finding.getErrors());
    }

    private static ManifestPhase phase(Phase phase) {
        return new ManifestPhase(
                phase.getName(), phase.getDependsOn(), phase.getState().name());
    }

    private static @Nullable AlertFacts alert(@Nullable AlertContext alert) {
        return alert == null
                ? null
                : new AlertFacts(
                        alert.getName(),
                        alert.getService(),
                        alert.getSeverity(),
                        alert.getSource(),
                        alert.getStatus() == AlertStatus.RESOLVED,
                        alert.getLabels(),
                        alert.getAnnotations(),
                        alert.getStartsAt());
    }

    private static Owed owed(Obligation owed) {
        return new Owed(owed.getTarget(), owed.getActionId(), owed.getHint());
    }

    private static Remaining remaining(RemainingLimits left) {
        return new Remaining(
                left.getSteps(),
                left.getLlmCalls(),
                left.getActions(),
                left.getTokens(),
                left.getCostMicros(),
                left.getActiveMillis());
    }

    private static List<PastTurn> turns(List<Turn> turns) throws Unreadable {
        List<PastTurn> past = new ArrayList<>();
        for (Turn turn : turns) {
            List<PastAction> actions = new ArrayList<>();
            for (TurnAction action : turn.getActions()) {
                actions.add(action(action));
            }
            past.add(new PastTurn(
                    turn.getStep(),
                    DecisionKind.valueOf(turn.getKind().name()),
                    turn.getReasoning(),
                    actions,
                    turn.getRefusal()));
        }
        return past;
    }

    private static PastAction action(TurnAction action) throws Unreadable {
        return new PastAction(
                action.getActionId(),
                action.getLabel(),
                action.getTool(),
                arguments(action),
                action.getTarget(),
                action.getEffect() == null
                        ? null
                        : Effect.valueOf(action.getEffect().name()),
                action.getVerdict() == null
                        ? null
                        : Verdict.valueOf(action.getVerdict().name()),
                action.getVerdictReason(),
                action.getStatus() == null
                        ? null
                        : CallStatus.valueOf(action.getStatus().name()),
                action.getOutput(),
                action.getOutputLength(),
                action.getExitCode(),
                action.getError(),
                known(action.getFinishedAt()));
    }

    private static @Nullable Instant known(Instant at) {
        return at.equals(Instant.EPOCH) ? null : at;
    }

    private static Map<String, Object> arguments(TurnAction action) throws Unreadable {
        try {
            return JSON.readValue(action.getArgumentsJson(), OBJECT);
        } catch (JacksonException e) {
            throw new Unreadable("the arguments of " + action.getActionId() + " are no JSON object", e);
        }
    }
}
