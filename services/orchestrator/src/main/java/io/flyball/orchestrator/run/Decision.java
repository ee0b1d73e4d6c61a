package io.flyball.orchestrator.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the machine decided.
 *
 * @param next the state from now on; null once the run is forgotten
 * @param why why it decided so; most useful where nothing happened
 */
public record Decision(@Nullable RunState next, List<RunCommand> commands, String why) {
    public Decision {
        commands = List.copyOf(commands);
    }

    static Decision stay(@Nullable RunState state, String why) {
        return new Decision(state, List.of(), why);
    }
}
