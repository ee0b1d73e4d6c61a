package io.flyball.planner.runbook;

import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.Delegated;
import io.flyball.planner.plan.Expectation;
import io.flyball.planner.plan.ProposedAction;
import io.flyball.planner.plan.Rationale;
import io.flyball.planner.plan.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes out what the runbook wants, with every value in its place. */
final class Proposals {
    /** A runbook knows what it does; whether it fits the trouble is what stays uncertain. */
    static final double CONFIDENCE = 0.9;

    private final Runbook runbook;
    private final Toolbelt tools;

    Proposals(Runbook runbook, Toolbelt tools) {
        this.runbook = runbook;
        this.tools = tools;
    }

    Decision.Act act(Step.Calling step, Journey journey) {
        ProposedAction action = propose(step, journey);
        return new Decision.Act(rationale(action.reasoning()), List.of(action));
    }

    Decision.Act sideBySide(Step.Parallel group, List<Step.Action> open, Journey journey) {
        List<ProposedAction> actions =
                open.stream().map(action -> propose(action, journey)).toList();
        String reasoning = group.reasoning() == null
                ? String.join(
                        " ", actions.stream().map(ProposedAction::reasoning).toList())
                : group.reasoning().prose(journey);
        return new Decision.Act(rationale(reasoning), actions);
    }

    private ProposedAction propose(Step.Calling step, Journey journey) {
        Step.Call call = step.call();
        try {
            return rendered(step, call, journey);
        } catch (CannotGoOn e) {
            throw e.at(call.place(), call.id());
        }
    }

    private ProposedAction rendered(Step.Calling step, Step.Call call, Journey journey) {
        Map<String, Object> arguments = call.arguments().renderAll(journey);
        String target = call.target() == null
                ? tools.target(call.tool(), arguments).orElse(null)
                : call.target().exact(journey);
        return new ProposedAction(
                call.id(),
                call.tool(),
                arguments,
                target,
                reasoning(call, journey),
                prose(call.expectedEffect(), journey),
                prose(call.rollback(), journey),
                false,
                step instanceof Step.Verification verification ? verifies(verification, target, journey) : List.of(),
                // The planner cannot hold an action; it can call it critical, and policy asks a person about those.
                call.approval() == null ? call.risk() : Risk.CRITICAL,
                call.resources().stream().map(each -> each.exact(journey)).toList(),
                call.phase(),
                expects(call, journey));
    }

    private List<Expectation> expects(Step.Call call, Journey journey) {
        return call.expect().isEmpty() && tools.isCheck(call.tool())
                ? List.of(Expectation.SUCCESS)
                : call.expect().stream().map(each -> expectation(each, journey)).toList();
    }

    private static Expectation expectation(Step.Expected expected, Journey journey) {
        try {
            return new Expectation(expected.kind(), expected.text().exact(journey));
        } catch (IllegalArgumentException e) {
            throw new CannotGoOn("expect: " + e.getMessage());
        }
    }

    Decision.Delegate delegate(Step.Delegation step, Journey journey) {
        List<Delegated> steps = step.steps().stream()
                .map(each ->
                        new Delegated(each.name(), each.agent(), each.goal().prose(journey), each.dependsOn()))
                .toList();
        String reasoning = step.reasoning() == null
                ? "Runbook " + runbook.name() + " hands over: "
                        + String.join(", ", steps.stream().map(Delegated::name).toList()) + "."
                : step.reasoning().prose(journey);
        return new Decision.Delegate(rationale(reasoning), steps);
    }

    private String reasoning(Step.Call call, Journey journey) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                call.reasoning() == null
                        ? "Runbook " + runbook.name() + ", step " + call.id() + "."
                        : call.reasoning().prose(journey));
        if (call.approval() != null) {
            sentences.add("A person must approve: " + call.approval().prose(journey));
        }
        return String.join(" ", sentences);
    }

    /** The targets that a verification looks at; what it touches itself is always among them. */
    static List<String> verifies(Step.Verification step, @Nullable String target, Journey journey) {
        List<String> verifies = new ArrayList<>();
        if (target != null) {
            verifies.add(target);
        }
        step.verifies().stream()
                .map(each -> each.exact(journey))
                .filter(each -> !verifies.contains(each))
                .forEach(verifies::add);
        return verifies;
    }

    private static @Nullable String prose(@Nullable Template template, Journey journey) {
        return template == null ? null : template.prose(journey);
    }

    Rationale rationale(String reasoning) {
        return new Rationale(reasoning, CONFIDENCE, runbook.complexity());
    }

    Decision.Escalate escalate(String reason, Journey journey, List<String> nextSteps) {
        return new Decision.Escalate(rationale(reason), reason, journey.seen(), nextSteps, null);
    }

    Decision.Escalate escalate(Step.Escalation step, Journey journey) {
        String reason = step.reason().prose(journey);
        String told = journey.seen();
        String known = step.known() == null ? told : step.known().prose(journey) + "\n" + told;
        return new Decision.Escalate(
                rationale(reason),
                reason,
                known,
                step.nextSteps().stream()
                        .filter(next -> next.when() == null || next.when().holds(journey.facts()))
                        .map(next -> next.text().prose(journey))
                        .toList(),
                null);
    }

    Decision.Finish finish(Step.Ending step, Journey journey) {
        String summary = step.summary().prose(journey);
        return new Decision.Finish(
                new Rationale(summary, step.confidence(), runbook.complexity()),
                step.outcome(),
                summary,
                prose(step.rootCause(), journey));
    }
}
