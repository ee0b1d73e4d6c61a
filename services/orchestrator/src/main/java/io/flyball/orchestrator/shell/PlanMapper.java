package io.flyball.orchestrator.shell;

import io.flyball.contract.Delegation;
import io.flyball.contract.PlanDecision;
import io.flyball.contract.PlanError;
import io.flyball.contract.TokenCount;
import io.flyball.orchestrator.run.ErrorClass;
import io.flyball.orchestrator.run.Expectation;
import io.flyball.orchestrator.run.HandOver;
import io.flyball.orchestrator.run.Outcome;
import io.flyball.orchestrator.run.Plan;
import io.flyball.orchestrator.run.Plan.Wants;
import io.flyball.orchestrator.run.ProposedAction;
import io.flyball.orchestrator.run.Tokens;
import io.flyball.schemas.ActionHash;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Plan decisions as the machine sees them. */
final class PlanMapper {
    private PlanMapper() {}

    static Plan plan(PlanDecision d, String environment) {
        return new Plan(
                d.getId(),
                d.getRequestId(),
                wants(d, environment),
                d.getReasoning(),
                d.getConfidence(),
                decidedBy(d.getDecidedBy()),
                tokens(d.getTokens()),
                d.getLlmCalls(),
                d.getCostMicros());
    }

    /** A decision whose arguments are no JSON is a fault of the planner, not of the run. */
    private static Wants wants(PlanDecision d, String environment) {
        PlanError error = d.getError();
        if (error != null) {
            return error.getAsked()
                    ? new Wants.NoPlan(
                            ErrorClass.valueOf(error.getErrorClass().name()), error.getMessage(), error.getBudget())
                    : new Wants.NotAsked(error.getMessage());
        }
        try {
            return wanted(d, environment);
        } catch (JacksonException e) {
            return new Wants.NoPlan(ErrorClass.BUG, "an action's arguments are not JSON: " + e.getOriginalMessage());
        }
    }

    private static Wants wanted(PlanDecision d, String environment) {
        return switch (d.getDecision()) {
            case ACT ->
                new Wants.Act(d.getActions().stream()
                        .map(action -> proposed(action, environment))
                        .toList());
            case FINISH -> finish(d);
            case ESCALATE -> new Wants.Escalate(handOver(d));
            case ASK -> new Wants.Ask(d.getQuestion() == null ? d.getReasoning() : d.getQuestion());
            case DELEGATE ->
                new Wants.Delegate(
                        d.getDelegations().stream().map(PlanMapper::delegation).toList());
        };
    }

    private static Plan.Delegation delegation(Delegation d) {
        return new Plan.Delegation(d.getName(), d.getAgent(), d.getGoal(), d.getDependsOn());
    }

    private static Wants finish(PlanDecision d) {
        var finish = d.getFinish();
        return finish == null
                ? new Wants.NoPlan(ErrorClass.BUG, "a decision to finish names no outcome")
                : new Wants.Finish(
                        Outcome.valueOf(finish.getOutcome().name()), finish.getSummary(), finish.getRootCause());
    }

    private static HandOver handOver(PlanDecision d) {
        var escalation = d.getEscalation();
        return escalation == null
                ? new HandOver(d.getReasoning(), "", List.of())
                : new HandOver(escalation.getReason(), escalation.getKnown(), escalation.getNextSteps());
    }

    private static ProposedAction proposed(io.flyball.contract.ProposedAction a, String environment) {
        return new ProposedAction(
                a.getIndex(),
                a.getLabel(),
                a.getTool(),
                a.getArgumentsJson(),
                a.getTarget(),
                a.getReasoning(),
                a.getExpectedEffect(),
                a.getRollback(),
                a.getIndependent(),
                a.getVerifies(),
                a.getRisk() == null ? null : a.getRisk().name(),
                a.getResources(),
                a.getPhase(),
                ActionHash.of(a.getTool(), a.getArgumentsJson(), a.getTarget(), environment),
                expectations(a.getExpects()));
    }

    private static @Nullable List<Expectation> expectations(@Nullable List<io.flyball.contract.Expectation> all) {
        return all == null
                ? null
                : all.stream()
                        .map(e -> new Expectation(
                                Expectation.Kind.valueOf(e.getKind().name()), e.getText()))
                        .toList();
    }

    static Plan.DecidedBy decidedBy(io.flyball.contract.DecidedBy d) {
        return new Plan.DecidedBy(
                d.getPlanner(), d.getRunbook(), d.getVersion(), d.getProvider(), d.getModel(), d.getWhy());
    }

    private static Tokens tokens(@Nullable TokenCount t) {
        return t == null ? Tokens.NONE : new Tokens(t.getInput(), t.getOutput(), t.getCacheRead(), t.getCacheWrite());
    }
}
