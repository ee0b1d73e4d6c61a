package io.flyball.planner.model;

import io.flyball.planner.model.CallReader.ReadCall;
import io.flyball.planner.plan.ErrorClass;
import io.flyball.planner.plan.Fault;
import io.flyball.planner.prompt.Message;
import io.flyball.planner.prompt.Message.Call;
import io.flyball.planner.prompt.Message.CallResult;
import io.flyball.planner.tools.AgentTools;
import io.flyball.planner.tools.ArgumentCheck;
import java.util.List;
import java.util.Objects;

/** Makes a decision of a model's answer, or says what is wrong with it. */
final class AnswerReader {
    private final CallReader calls;
    private final DecisionWriter decisions;
    private final int maxOutputTokens;

    AnswerReader(AgentTools agent, OfferedTools offered, ArgumentCheck check, int maxOutputTokens) {
        this.calls = new CallReader(agent, offered, check);
        this.decisions = new DecisionWriter(agent);
        this.maxOutputTokens = maxOutputTokens;
    }

    Reading read(ModelAnswer answer) {
        return switch (answer.stop()) {
            case TOOL_USE, END_TURN, STOP_SEQUENCE -> answer.calls().isEmpty() ? wordsOnly(answer) : called(answer);
            case MAX_TOKENS ->
                again(
                        "max_tokens",
                        "Your answer was cut off at " + maxOutputTokens
                                + " tokens. Answer with tool calls and short reasoning.");
            case PAUSE -> again("pause", "You paused. Go on, and answer by calling tools.");
            case CONTEXT_EXCEEDED ->
                useless(ErrorClass.CONFIG, "the run no longer fits the model's context: use a model with a larger one");
            case REFUSAL ->
                useless(ErrorClass.CONFIG, "the model refused to answer: check the goal and the agent's prompt");
            case CONTENT_FILTER ->
                useless(
                        ErrorClass.CONFIG,
                        "the provider's content filter stopped the answer: check what the run has read");
            case ERROR -> useless(ErrorClass.BUG, "the model stopped with an error");
            case UNKNOWN ->
                useless(ErrorClass.BUG, "the model stopped for a reason that is not known: " + answer.stopReason());
        };
    }

    private static Reading useless(ErrorClass errorClass, String why) {
        return new Reading.Useless(new Fault(errorClass, why));
    }

    /** What was cut off cannot be answered call by call. */
    private static Reading again(String kind, String what) {
        return new Reading.Mistaken(kind, List.of(what), List.of(new Message.Told(what)));
    }

    private static Reading wordsOnly(ModelAnswer answer) {
        String mistake = "No tool was called. Answer by calling tools: act, finish, escalate or ask.";
        return new Reading.Mistaken(
                "no_tool",
                List.of(mistake),
                List.of(
                        new Message.Said(answer.text().isBlank() ? "(nothing)" : answer.text()),
                        new Message.Told(mistake)));
    }

    private Reading called(ModelAnswer answer) {
        List<ReadCall> read = answer.calls().stream()
                .map(calls::read)
                .map(call -> alone(call, answer.calls().size()))
                .toList();
        return read.stream().allMatch(ReadCall::fits)
                ? new Reading.Decided(decisions.write(answer.text(), read))
                : mistaken(read);
    }

    private static ReadCall alone(ReadCall call, int calls) {
        return call.fits() && calls > 1 && OfferedTools.isDecision(call.call().name())
                ? new ReadCall(
                        call.call(),
                        call.fields(),
                        "mixed",
                        call.call().name() + " must be the only call of an answer.")
                : call;
    }

    private static Reading mistaken(List<ReadCall> read) {
        List<ReadCall> wrong = read.stream().filter(call -> !call.fits()).toList();
        List<Call> repeated = read.stream().map(AnswerReader::repeated).toList();
        List<CallResult> results = read.stream().map(AnswerReader::result).toList();
        return new Reading.Mistaken(
                Objects.requireNonNull(wrong.getFirst().kind()),
                wrong.stream()
                        .map(call -> call.call().name() + ": " + call.mistake())
                        .toList(),
                List.of(new Message.Called(repeated), new Message.Returned(results)));
    }

    /** What is no JSON cannot be sent back. */
    private static Call repeated(ReadCall call) {
        return call.fields().isEmpty() ? new Call(call.call().id(), call.call().name(), "{}") : call.call();
    }

    private static CallResult result(ReadCall call) {
        String text = call.fits()
                ? "Not done, because another call of this answer is wrong. Answer again as a whole."
                : String.valueOf(call.mistake());
        return new CallResult(call.call().id(), call.call().name(), text);
    }
}
