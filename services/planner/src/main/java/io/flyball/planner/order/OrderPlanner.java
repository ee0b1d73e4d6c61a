package io.flyball.planner.order;

import io.flyball.planner.plan.CallStatus;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.Effect;
import io.flyball.planner.plan.ErrorClass;
import io.flyball.planner.plan.Fault;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.plan.PastAction;
import io.flyball.planner.plan.ProposedAction;
import io.flyball.planner.plan.Rationale;
import io.flyball.planner.plan.Risk;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.tools.AgentTools;
import io.flyball.planner.tools.ArgumentCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides for a run whose inputs order one action. It is governed as any other; a change is called critical, so that a person approves it
 * whatever the profile says. See docs/decisions/0098-our-catalogue-as-an-mcp-server.md.
 */
public final class OrderPlanner {
    /** The input that names the tool. */
    public static final String TOOL = "order.tool";

    /** The input with its arguments, a JSON object. */
    public static final String ARGUMENTS = "order.arguments";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int SHOWN = 2_000;

    private OrderPlanner() {}

    /** Whether that run was opened for one action. */
    public static boolean isFor(Situation situation) {
        return situation.alert() == null && situation.inputs().containsKey(TOOL);
    }

    /** @param check holds arguments against a tool's schema */
    public static Decision decide(Situation situation, AgentTools agent, ArgumentCheck check) {
        Optional<PastAction> past = situation.pastActions().stream().reduce((_, later) -> later);
        if (past.isPresent()) {
            return ended(past.get());
        }
        return situation.turns().isEmpty()
                ? ordered(situation, agent, check)
                : handedOver("The ordered action was not taken up: "
                        + situation.turns().getLast().refusal());
    }

    private static Decision ordered(Situation situation, AgentTools agent, ArgumentCheck check) {
        String tool = situation.inputs().getOrDefault(TOOL, "");
        Map<String, Object> arguments;
        try {
            arguments = JSON.readValue(situation.inputs().getOrDefault(ARGUMENTS, "{}"), OBJECT);
        } catch (JacksonException e) {
            return impossible(ARGUMENTS + " is no JSON object: " + e.getOriginalMessage());
        }
        List<String> problems = agent.find(tool)
                .map(known -> check.problems(known.arguments(), arguments))
                .orElse(List.of("agent " + agent.agent().name() + " has no tool " + tool));
        return problems.isEmpty()
                ? new Decision.Act(rationale(situation.goal()), List.of(action(situation, agent, tool, arguments)))
                : impossible("The ordered action does not fit: " + String.join("; ", problems));
    }

    private static ProposedAction action(
            Situation situation, AgentTools agent, String tool, Map<String, Object> arguments) {
        boolean reads = agent.effect(tool, arguments) == Effect.READ;
        return new ProposedAction(
                "ordered",
                tool,
                arguments,
                agent.target(tool, arguments).orElse(null),
                "It was ordered, word for word, by whoever opened the run: " + situation.goal(),
                reads ? null : "What whoever ordered it expects of it; the order does not say more.",
                reads
                        ? null
                        : agent.find(tool)
                                .map(known -> known.undone())
                                .orElse("The tool does not say how it is undone."),
                false,
                List.of(),
                // The planner cannot hold an action; it can call it critical, and policy asks a person about those.
                reads ? null : Risk.CRITICAL);
    }

    private static Decision ended(PastAction action) {
        if (action.status() == null) {
            return handedOver("The ordered action was not allowed: " + action.verdictReason());
        }
        boolean done = action.status() == CallStatus.SUCCEEDED || action.status() == CallStatus.DRY_RUN;
        if (!done) {
            return handedOver("The ordered action has the status " + action.status() + ": " + action.error());
        }
        return action.changes() && action.status() == CallStatus.SUCCEEDED
                ? handedOver("The ordered change was made. Nobody has looked yet whether it had its effect.")
                : new Decision.Finish(
                        rationale("The ordered action is done."),
                        FinishOutcome.RESOLVED,
                        "The ordered action is done: " + action.tool() + ".",
                        null);
    }

    private static Decision handedOver(String reason) {
        String shown = reason.length() <= SHOWN ? reason : reason.substring(0, SHOWN) + "...";
        return new Decision.Escalate(
                rationale(shown), shown, "", List.of("Look at the run, and tell whoever ordered it."), null);
    }

    private static Decision impossible(String why) {
        return Decision.Escalate.because(new Fault(ErrorClass.CONFIG, why), "Order it again, as its tool wants it.");
    }

    private static Rationale rationale(String why) {
        return new Rationale(why, 1, 1);
    }
}
