package io.flyball.orchestrator.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a failed tool means for the next step, by the class of its error. */
final class Faults {
    private Faults() {}

    /** A tool that is itself broken, or a change that is not configured, is nothing that a planner can mend. */
    static Optional<HandOver> handOver(List<Action> actions) {
        return finished(actions).filter(Faults::hopeless).findFirst().map(Faults::handOver);
    }

    private static Stream<Action> finished(List<Action> actions) {
        return actions.stream().filter(action -> action.state() instanceof ActionState.Finished);
    }

    private static ActionState.Finished end(Action action) {
        return (ActionState.Finished) action.state();
    }

    private static boolean hopeless(Action action) {
        ToolResult report = end(action).report();
        ErrorClass errorClass = report.errorClass();
        return report.status() == ToolResult.Status.FAILED
                && (errorClass == ErrorClass.BUG
                        || errorClass == ErrorClass.CONFIG
                                && end(action).allowed().effect().changes());
    }

    private static HandOver handOver(Action action) {
        ToolResult report = end(action).report();
        boolean bug = report.errorClass() == ErrorClass.BUG;
        return new HandOver(
                action.proposal().tool() + " failed (" + report.errorClass() + "): " + report.error(),
                "",
                List.of(
                        bug
                                ? "This is a fault in the tool: look at the tool executor's log."
                                : "Check the configuration of "
                                        + action.proposal().tool() + " for this agent."));
    }

    /** One hint for each failed action goes with the next plan request. */
    static Run hints(Run run, List<Action> actions) {
        Run hinted = run;
        for (Action action : finished(actions).toList()) {
            Optional<String> hint = hint(action);
            hinted = hint.isPresent() ? hinted.withHint(hint.get()) : hinted;
        }
        return hinted;
    }

    private static Optional<String> hint(Action action) {
        ErrorClass errorClass = end(action).report().errorClass();
        return errorClass == null || end(action).report().succeeded()
                ? Optional.empty()
                : Optional.of(action.proposal().tool() + " (" + action.id() + "): " + advice(errorClass));
    }

    private static String advice(ErrorClass errorClass) {
        return switch (errorClass) {
            case TRANSIENT -> "a passing fault that stayed; wait, narrow the question, or look elsewhere.";
            case CONFIG -> "not allowed or not set up as asked; change the arguments, or escalate with what to check.";
            case BUG -> "the tool itself is at fault; do not call it again.";
            case EXTERNAL ->
                "what it asked did not answer as hoped; that may be the very finding. Check what it depends on.";
        };
    }
}
