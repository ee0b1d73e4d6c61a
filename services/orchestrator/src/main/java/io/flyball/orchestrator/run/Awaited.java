package io.flyball.orchestrator.run;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run that ends still waits for, in words that name actions and runs. */
final class Awaited {
    private Awaited() {}

    /** Changes whose end is not known. */
    static Stream<Action> changes(List<Action> actions) {
        return actions.stream()
                .filter(action -> action.state() instanceof ActionState.Called called
                        && called.allowed().effect().changes());
    }

    static Stream<DelegatedStep> specialists(RunState.Closing s) {
        return s.tasks().stream().filter(DelegatedStep::running);
    }

    static List<String> names(RunState.Closing s) {
        return Stream.concat(
                        changes(s.actions()).map(Awaited::name),
                        specialists(s).map(t -> t.agent() + " at " + t.name() + " (run " + t.childRunId() + ")"))
                .toList();
    }

    private static String name(Action action) {
        String target = action.proposal().target();
        return action.proposal().tool() + (target == null ? "" : " on " + target) + " (" + action.id() + ")";
    }

    static String why(RunState.Closing s) {
        return "it ends already (" + s.result().reason() + ") and waits only for " + String.join(", ", names(s));
    }

    /** Changes of which nobody said how they ended; empty if there is none. */
    static String unknown(RunState.Closing s) {
        return s.actions().stream()
                .filter(a -> a.state() instanceof ActionState.Finished f
                        && f.report().status() == ToolResult.Status.UNKNOWN)
                .map(Awaited::name)
                .collect(Collectors.joining(", "));
    }
}
