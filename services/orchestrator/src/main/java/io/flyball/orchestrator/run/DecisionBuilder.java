package io.flyball.orchestrator.run;

import java.util.ArrayList;
import java.util.List;

/** Collects what one decision does, in order. */
final class DecisionBuilder {
    private final List<RunCommand> commands = new ArrayList<>();

    DecisionBuilder tell(RunFact fact) {
        return command(new RunCommand.Tell(fact));
    }

    DecisionBuilder command(RunCommand command) {
        commands.add(command);
        return this;
    }

    Decision to(RunState next, String why) {
        return new Decision(next, commands, why);
    }
}
