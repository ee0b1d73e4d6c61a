package io.flyball.toolexecutor.commands;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolEffect;
import io.flyball.catalogue.programs.CommandDecision;
import io.flyball.catalogue.programs.CommandGuard;
import io.flyball.catalogue.programs.PipeDecision;
import io.flyball.catalogue.programs.PipeGuard;
import io.flyball.catalogue.programs.ProgramGrammars;
import io.flyball.toolexecutor.process.Programs;
import io.flyball.toolexecutor.secrets.SecretStore;
import io.flyball.toolexecutor.tools.Arguments;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * run_command: one program with its arguments, or several joined by pipes, as far as the agent's permissions list them.
 */
public final class RunCommand implements Tool {
    /** Joins commands by pipes; it never gets a word that it could interpret. */
    private static final String SHELL = "sh";

    private final Supplier<ProgramGrammars> programs;
    private final CommandSettings settings;
    private final GivenSecrets secrets;

    /**
     * One that runs commands so.
     *
     * @param programs the grammars in use, whenever they are asked for
     * @param secrets that permissions may give to commands
     */
    public RunCommand(Supplier<ProgramGrammars> programs, CommandSettings settings, SecretStore secrets) {
        this.secrets = new GivenSecrets(secrets);
        this.programs = programs;
        this.settings = settings;
    }

    /**
     * Its arguments.
     *
     * @param pipe the commands of which each reads what the one before writes; absent where there is none
     */
    record Wanted(
            List<String> argv,
            @Nullable String directory,
            @Nullable List<List<String>> pipe) {
        Wanted {
            argv = List.copyOf(Objects.requireNonNull(argv, "argv is missing"));
            pipe = pipe == null ? null : pipe.stream().map(List::copyOf).toList();
        }

        Wanted(List<String> argv, @Nullable String directory) {
            this(argv, directory, null);
        }

        List<List<String>> commands() {
            List<List<String>> commands = new ArrayList<>(List.of(argv));
            commands.addAll(Objects.requireNonNullElse(pipe, List.of()));
            return commands;
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
            return switch (decide(wanted, request.permissions())) {
                case PipeDecision.Refused refused -> new Plan.Refused(refused.reason());
                case PipeDecision.Allowed allowed -> ready(wanted, allowed, request);
            };
        } catch (Arguments.Bad e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    private Plan ready(Wanted wanted, PipeDecision.Allowed allowed, ToolRequest request) {
        Optional<String> missing = missing(wanted);
        if (missing.isPresent()) {
            return new Plan.Refused("there is no program " + missing.get() + " on " + settings.path());
        }
        CommandAction.Permitted permitted = permitted(wanted, allowed);
        Optional<List<String>> observation = allowed.first().observation(wanted.argv());
        Optional<String> objection = settings.walls()
                .objection(permitted.permission().needs())
                .or(() -> secrets.objection(allowed.permissions()))
                .or(() -> outside(wanted.directory(), request.permissions()))
                .or(() -> observation.flatMap(look -> unfit(look, request.permissions())));
        if (objection.isPresent()) {
            return new Plan.Refused(objection.get());
        }
        Optional<CommandAction.Permitted> look = observation.map(argv -> permitted(argv, request.permissions()));
        return new Plan.Ready(
                allowed.first().effect(),
                description(wanted, permitted.permission()),
                new CommandAction(wanted, permitted, look.orElse(null), request, settings, secrets));
    }

    private Optional<String> missing(Wanted wanted) {
        Stream<String> shell = wanted.commands().size() == 1 ? Stream.empty() : Stream.of(SHELL);
        return Stream.concat(wanted.commands().stream().map(List::getFirst), shell)
                .filter(name -> Programs.find(name, settings.path()).isEmpty())
                .findFirst();
    }

    /** A pipe is one process group of a shell that is given every word in quotes, and so has nothing to interpret. */
    private CommandAction.Permitted permitted(Wanted wanted, PipeDecision.Allowed allowed) {
        List<List<String>> commands = wanted.commands();
        if (commands.size() == 1) {
            return new CommandAction.Permitted(program(wanted.argv()), wanted.argv(), allowed.first());
        }
        List<Path> programs = commands.stream().map(this::program).toList();
        List<String> joined = List.of(SHELL, "-c", PipeText.of(commands, this::program));
        return new CommandAction.Permitted(program(joined), joined, Piped.permission(allowed.permissions(), programs));
    }

    private Path program(List<String> argv) {
        return Programs.find(argv.getFirst(), settings.path()).orElseThrow();
    }

    private String description(Wanted wanted, CommandPermission permission) {
        String where = wanted.directory() == null ? "" : " in " + wanted.directory();
        return "would run "
                + wanted.commands().stream().map(argv -> String.join(" ", argv)).collect(Collectors.joining(" | "))
                + where + ", " + settings.walls().told(permission.needs());
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
                new CommandAction.Permitted(program(argv), argv, allowed.permission());
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

    private PipeDecision decide(Wanted wanted, Permissions permissions) {
        return new PipeGuard(programs.get())
                .decide(wanted.commands(), wanted.directory(), permissions.commands(), new RealReach(permissions));
    }

    private CommandDecision decide(List<String> argv, @Nullable String directory, Permissions permissions) {
        return new CommandGuard(programs.get())
                .decide(argv, directory, permissions.commands(), new RealReach(permissions));
    }
}
