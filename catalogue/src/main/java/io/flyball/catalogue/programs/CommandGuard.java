package io.flyball.catalogue.programs;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.programs.CommandDecision.Allowed;
import io.flyball.catalogue.programs.CommandDecision.Refused;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a command with what its agent may run; governor, executor and command line ask the same one. What a permission
 * spells out as a whole is allowed as it stands. Where it has wildcards, the program's grammar must know every word, the
 * command must do no more than the permission says, and what fills the wildcards must be within the agent's reach.
 */
public final class CommandGuard {
    private static final int MOST_NAMED = 12;

    private final ProgramGrammars grammars;

    public CommandGuard(ProgramGrammars grammars) {
        this.grammars = grammars;
    }

    /**
     * Decides about one command.
     *
     * @param argv program and arguments, never a line for a shell
     * @param directory where it runs; absent for a folder of its own that is empty
     * @param permissions what the agent may run
     */
    public CommandDecision decide(
            List<String> argv, @Nullable String directory, List<CommandPermission> permissions, Reach reach) {
        Optional<String> malformed = malformed(argv);
        if (malformed.isPresent()) {
            return new Refused(malformed.get());
        }
        Optional<String> objection = Optional.empty();
        for (CommandPermission permission : permissions) {
            if (permission.allows(argv)) {
                Optional<String> found = objection(argv, directory, permission, reach);
                if (found.isEmpty()) {
                    return new Allowed(permission);
                }
                objection = objection.or(() -> found);
            }
        }
        return new Refused(objection.orElseGet(() -> unlisted(argv, permissions)));
    }

    private static Optional<String> malformed(List<String> argv) {
        if (argv.isEmpty() || argv.getFirst().isBlank()) {
            return Optional.of("argv is empty: name a program");
        }
        if (argv.getFirst().indexOf('=') >= 0) {
            return Optional.of("argv begins with a variable: name the program first");
        }
        return argv.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)
                ? Optional.of("an argument holds a zero byte")
                : Optional.empty();
    }

    private static String unlisted(List<String> argv, List<CommandPermission> permissions) {
        List<String> same = permissions.stream()
                .map(CommandPermission::argv)
                .filter(words -> words.getFirst().equals(argv.getFirst()))
                .map(words -> String.join(" ", words))
                .toList();
        List<String> programs = permissions.stream()
                .map(permission -> permission.argv().getFirst())
                .distinct()
                .toList();
        String others = programs.size() > MOST_NAMED ? programs.size() + " other programs" : programs.toString();
        return "the agent may not run " + String.join(" ", argv) + "; it may run: " + (same.isEmpty() ? others : same);
    }

    private Optional<String> objection(
            List<String> argv, @Nullable String directory, CommandPermission permission, Reach reach) {
        Wildcards wildcards = Wildcards.of(permission, argv.size());
        if (wildcards.none()) {
            return Optional.empty();
        }
        String program = argv.getFirst().substring(argv.getFirst().lastIndexOf('/') + 1);
        Optional<Grammar> grammar = grammars.of(program);
        if (grammar.isEmpty()) {
            return Optional.of(
                    "no grammar describes " + program + ": the agent's permission must spell out the whole command");
        }
        return switch (grammar.get().read(argv)) {
            case Reading.NotUnderstood unknown -> Optional.of(unknown.reason());
            case Reading.Understood understood
            when understood.effect().compareTo(permission.effect()) > 0 ->
                Optional.of(String.join(" ", argv) + " changes something, and the permission is for a "
                        + permission.effect());
            case Reading.Understood understood -> new Places(directory, reach).objection(understood.uses(), wildcards);
        };
    }
}
