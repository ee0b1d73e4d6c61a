package io.flyball.catalogue.programs;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares commands that are joined by pipes with what their agent may run. Each must be allowed as if it stood alone; all
 * must be reads, and behind a pipe only a filter may stand: to another program what it reads may be an order.
 */
public final class PipeGuard {
    private final CommandGuard guard;

    public PipeGuard(ProgramGrammars grammars) {
        this.guard = new CommandGuard(grammars);
    }

    /**
     * Decides about them.
     *
     * @param commands each its program and arguments, in the order of the pipe; one where there is none
     * @param directory where they run; absent for a folder of their own that is empty
     * @param permissions what the agent may run
     */
    public PipeDecision decide(
            List<List<String>> commands, @Nullable String directory, List<CommandPermission> permissions, Reach reach) {
        List<CommandPermission> allowedBy = new ArrayList<>();
        for (List<String> argv : commands) {
            switch (guard.decide(argv, directory, permissions, reach)) {
                case CommandDecision.Refused refused -> {
                    return new PipeDecision.Refused(refused.reason());
                }
                case CommandDecision.Allowed allowed -> allowedBy.add(allowed.permission());
            }
        }
        return objection(commands, allowedBy)
                .<PipeDecision>map(PipeDecision.Refused::new)
                .orElseGet(() -> new PipeDecision.Allowed(allowedBy));
    }

    private static Optional<String> objection(List<List<String>> commands, List<CommandPermission> permissions) {
        for (int i = 0; i < commands.size() && commands.size() > 1; i++) {
            String line = String.join(" ", commands.get(i));
            if (permissions.get(i).effect() != ToolEffect.READ) {
                return Optional.of(line + " changes something: run it alone, without a pipe");
            }
            if (i > 0 && !Filters.has(program(commands.get(i)))) {
                return Optional.of(line + " may take what it reads for orders; behind a pipe may stand: "
                        + String.join(", ", Filters.names().stream().sorted().toList()));
            }
        }
        return Optional.empty();
    }

    private static String program(List<String> argv) {
        return argv.getFirst();
    }
}
