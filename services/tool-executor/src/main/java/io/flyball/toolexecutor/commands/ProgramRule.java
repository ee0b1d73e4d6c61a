package io.flyball.toolexecutor.commands;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one program.
 *
 * @param never options that run, load or send something else
 * @param writes options that write; refused where the permission says READ
 * @param neverArguments regular expressions of arguments that run, load or send something else; found anywhere in one
 * @param subcommands its subcommands, if it has any
 */
record ProgramRule(
        @Nullable List<String> never,
        @Nullable List<String> writes,
        @Nullable List<Pattern> neverArguments,
        @Nullable Subcommands subcommands)
        implements Rule {
    static final ProgramRule PLAIN = new ProgramRule(null, null, null, null);

    @Override
    public Optional<String> objection(Filled command) {
        return Stream.of(
                        option(command, never, "runs, loads or sends something else"),
                        command.reads() ? option(command, writes, "writes") : Optional.<String>empty(),
                        argument(command),
                        subcommands == null ? Optional.<String>empty() : subcommands.objection(command))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> option(Filled command, @Nullable List<String> refused, String why) {
        return Stream.ofNullable(refused)
                .flatMap(List::stream)
                .filter(option ->
                        command.freeArguments().stream().anyMatch(argument -> Options.holds(argument, option)))
                .findFirst()
                .map(option ->
                        command.program() + " " + option + " " + why + ": the agent's permission must spell it out");
    }

    private Optional<String> argument(Filled command) {
        return Stream.ofNullable(neverArguments)
                .flatMap(List::stream)
                .filter(pattern -> command.freeArguments().stream()
                        .anyMatch(argument -> pattern.matcher(argument).find()))
                .findFirst()
                .map(pattern -> command.program() + ": an argument like " + pattern
                        + " runs, loads or sends something else: the agent's permission must spell it out");
    }
}
