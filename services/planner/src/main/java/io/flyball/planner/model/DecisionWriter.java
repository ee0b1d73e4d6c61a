package io.flyball.planner.model;

import io.flyball.planner.model.CallReader.ReadCall;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.Expectation;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.plan.OutsideText;
import io.flyball.planner.plan.ProposedAction;
import io.flyball.planner.plan.Rationale;
import io.flyball.planner.plan.Risk;
import io.flyball.planner.tools.AgentTools;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes calls that fit as a decision. */
final class DecisionWriter {
    private final AgentTools agent;

    DecisionWriter(AgentTools agent) {
        this.agent = agent;
    }

    /**
     * The decision.
     *
     * @param text what the model said beside its calls
     */
    Decision write(String text, List<ReadCall> calls) {
        ReadCall first = calls.getFirst();
        Rationale rationale = rationale(text, calls);
        Map<String, Object> fields = first.fields();
        return switch (first.call().name()) {
            case OfferedTools.FINISH ->
                new Decision.Finish(
                        rationale,
                        FinishOutcome.valueOf(Fields.needed(fields, "outcome")),
                        Fields.needed(fields, "summary"),
                        Fields.text(fields, "rootCause").orElse(null));
            case OfferedTools.ESCALATE ->
                new Decision.Escalate(
                        rationale,
                        Fields.needed(fields, "reason"),
                        Fields.needed(fields, "known"),
                        Fields.texts(fields, "nextSteps"),
                        null);
            case OfferedTools.DELEGATE -> new Decision.Delegate(rationale, Fields.delegated(fields));
            case OfferedTools.ASK -> new Decision.Ask(rationale, Fields.needed(fields, "question"));
            default ->
                new Decision.Act(rationale, calls.stream().map(this::action).toList());
        };
    }

    /** As sure as the least sure call, as hard as the hardest. */
    private static Rationale rationale(String text, List<ReadCall> calls) {
        String reasons = calls.stream()
                .map(call -> Fields.needed(call.fields(), "reasoning"))
                .distinct()
                .collect(Collectors.joining(" "));
        String said = OutsideText.visible(text).strip();
        return new Rationale(
                said.isEmpty() ? reasons : said + "\n" + reasons,
                calls.stream()
                        .mapToDouble(call -> Fields.fraction(call.fields(), "confidence"))
                        .min()
                        .orElse(0),
                calls.stream()
                        .mapToInt(call -> Fields.wholeNumber(call.fields(), "complexity", 1))
                        .max()
                        .orElse(1));
    }

    private ProposedAction action(ReadCall call) {
        Map<String, Object> fields = call.fields();
        Map<String, Object> arguments = Fields.object(fields, "arguments");
        return new ProposedAction(
                null,
                call.call().name(),
                arguments,
                Fields.text(fields, "target")
                        .or(() -> agent.target(call.call().name(), arguments))
                        .orElse(null),
                Fields.needed(fields, "reasoning"),
                Fields.text(fields, "expectedEffect").orElse(null),
                Fields.text(fields, "rollback").orElse(null),
                Fields.flag(fields, "independent"),
                Fields.texts(fields, "verifies"),
                Fields.text(fields, "risk").map(Risk::valueOf).orElse(null),
                Fields.texts(fields, "resources"),
                Fields.text(fields, "phase").orElse(null),
                expects(call));
    }

    /** A check needs no words of the model, and takes none. */
    private List<Expectation> expects(ReadCall call) {
        return agent.isCheck(call.call().name()) ? List.of(Expectation.SUCCESS) : Fields.expectations(call.fields());
    }
}
