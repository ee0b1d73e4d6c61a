package io.flyball.toolexecutor.commands;

import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.process.StartBy;
import io.flyball.toolexecutor.tools.Action;
import io.flyball.toolexecutor.tools.Mark;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a tool do what it does by a command. The command is held to everything that run_command is held to: the agent must have it among its
 * {@code commands}, its grammar must know it, and its walls are its permission's.
 */
public final class ByCommand {
    private static final JsonMapper JSON = new JsonMapper();

    private final Tool runCommand;

    public ByCommand(Tool runCommand) {
        this.runCommand = runCommand;
    }

    /** What run_command says to that command. */
    public Plan plan(List<String> argv, ToolRequest request, int outputLimit) {
        String arguments = JSON.writeValueAsString(Map.of("argv", argv));
        return runCommand.plan(new ToolRequest(request.actionId(), arguments, request.permissions(), outputLimit));
    }

    /** The same with another reading of what it printed. */
    public Plan plan(List<String> argv, ToolRequest request, int outputLimit, UnaryOperator<ToolOutcome> reading) {
        return switch (plan(argv, request, outputLimit)) {
            case Plan.Refused refused -> refused;
            case Plan.Ready ready ->
                new Plan.Ready(ready.effect(), ready.description(), new Read(ready.action(), reading));
        };
    }

    /** The command, and what is made of its outcome. */
    private record Read(Action command, UnaryOperator<ToolOutcome> reading) implements Action {

        @Override
        public void arm(Mark mark) throws IOException {
            command.arm(mark);
        }

        @Override
        public boolean observe(Ending ending) {
            return command.observe(ending);
        }

        @Override
        public ToolOutcome perform(Ending ending) {
            return reading.apply(command.perform(ending));
        }

        @Override
        public ToolOutcome perform(Ending ending, StartBy by) {
            return reading.apply(command.perform(ending, by));
        }

        @Override
        public void close() {
            command.close();
        }
    }
}
