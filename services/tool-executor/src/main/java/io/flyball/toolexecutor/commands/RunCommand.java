package io.flyball.toolexecutor.commands;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolEffect;
import io.flyball.catalogue.programs.CommandDecision;
import io.flyball.catalogue.programs.CommandGuard;
import io.flyball.catalogue.programs.ProgramGrammars;
import io.flyball.toolexecutor.process.Programs;
import io.flyball.toolexecutor.tools.Arguments;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** run_command: one program with its arguments, as far as the agent's permissions list it. */
public final class RunCommand implements Tool {
    private final CommandGuard guard;
    private final CommandSettings settings;

    public RunCommand(ProgramGrammars programs, CommandSettings settings) {
        this.guard = new CommandGuard(programs);
        this.settings = settings;
    }

    /** Its arguments. */
    record Wanted(List<String> argv, @Nullable String directory) {
        Wanted {
            argv = List.copyOf(Objects.requireNonNull(argv, "argv is missing"));
        }
    }

    @Override
    public String name() {
        return "run_command";
    }

    @Override
    public Plan plan(ToolRequest request) {
        try {
            Wanted wanted = Arguments.read(request.argumentsJson(), Wanted.class);
            return switch (decide(wanted.argv(), wanted.directory(), request.permissions())) {
                case CommandDecision.Refused refused -> new Plan.Refused(refused.reason());
                case CommandDecision.Allowed allowed -> ready(wanted, allowed, request);
            };
        } catch (Arguments.Bad e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    private Plan ready(Wanted wanted, CommandDecision.Allowed allowed, ToolRequest request) {
        Optional<Path> program = Programs.find(wanted.argv().getFirst(), settings.path());
        if (program.isEmpty()) {
            return new Plan.Refused("there is no program " + wanted.argv().getFirst() + " on " + settings.path());
        }
        Optional<String> objection = settings.walls()
                .objection(allowed.permission().needs())
                .or(() -> outside(wanted.directory(), request.permissions()));
        if (objection.isPresent()) {
            return new Plan.Refused(objection.get());
        }
        Optional<List<String>> observation = allowed.permission().observation(wanted.argv());
        Optional<String> blind = observation.flatMap(look -> unfit(look, request.permissions()));
        if (blind.isPresent()) {
            return new Plan.Refused(blind.get());
        }
        var permitted = new CommandAction.Permitted(program.get(), wanted.argv(), allowed.permission());
        Optional<CommandAction.Permitted> look = observation.map(argv -> permitted(argv, request.permissions()));
        return new Plan.Ready(
                allowed.permission().effect(),
                description(wanted, allowed.permission()),
                new CommandAction(wanted, permitted, look.orElse(null), request, settings));
    }

    private String description(Wanted wanted, CommandPermission permission) {
        String where = wanted.directory() == null ? "" : " in " + wanted.directory();
        return "would run " + String.join(" ", wanted.argv()) + where + ", "
                + settings.walls().told(permission.needs());
    }

    /** Why the agent may not look at it that way; empty if it may. */
    private Optional<String> unfit(List<String> argv, Permissions permissions) {
        return switch (decide(argv, null, permissions)) {
            case CommandDecision.Refused refused -> Optional.of("it cannot be observed: " + refused.reason());
            case CommandDecision.Allowed allowed
            when allowed.permission().effect() != ToolEffect.READ ->
                Optional.of("it cannot be observed by " + argv + ", which is no read");
            case CommandDecision.Allowed allowed ->
                Programs.find(argv.getFirst(), settings.path()).isPresent()
                        ? settings.walls().objection(allowed.permission().needs())
                        : Optional.of("it cannot be observed: there is no program " + argv.getFirst());
        };
    }

    private CommandAction.Permitted permitted(List<String> argv, Permissions permissions) {
        return switch (decide(argv, null, permissions)) {
            case CommandDecision.Refused refused -> throw new IllegalStateException(refused.reason());
            case CommandDecision.Allowed allowed ->
                new CommandAction.Permitted(
                        Programs.find(argv.getFirst(), settings.path()).orElseThrow(), argv, allowed.permission());
        };
    }

    /** Why that working directory is not the agent's; empty if it is. */
    private static Optional<String> outside(@Nullable String directory, Permissions permissions) {
        if (directory == null) {
            return Optional.empty();
        }
        if (!new RealReach(permissions).mayRead(directory)) {
            return Optional.of("the agent may not work in " + directory);
        }
        return Files.isDirectory(Path.of(directory)) ? Optional.empty() : Optional.of("no such folder: " + directory);
    }

    private CommandDecision decide(List<String> argv, @Nullable String directory, Permissions permissions) {
        return guard.decide(argv, directory, permissions.commands(), new RealReach(permissions));
    }
}
