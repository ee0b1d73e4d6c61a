package io.flyball.toolexecutor.commands;

import io.flyball.catalogue.CommandPermission;
import io.flyball.toolexecutor.commands.CommandDecision.Allowed;
import io.flyball.toolexecutor.commands.CommandDecision.Refused;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Compares a command with what its agent may run. What a permission spells out is allowed as it stands; what fills its
 * wildcards must not turn the program into another one, write where reading was permitted, or name a file that the agent
 * may not read.
 */
public final class CommandGuard {
    private final ProgramRules rules;

    public CommandGuard() {
        this(ProgramRules.load());
    }

    CommandGuard(ProgramRules rules) {
        this.rules = rules;
    }

    /**
     * Decides about one command.
     *
     * @param argv program and arguments, never a line for a shell
     * @param permissions what the agent may run
     * @param mayRead whether the agent may read the file of that path
     */
    public CommandDecision decide(List<String> argv, List<CommandPermission> permissions, Predicate<String> mayRead) {
        Optional<String> malformed = malformed(argv);
        if (malformed.isPresent()) {
            return new Refused(malformed.get());
        }
        Optional<String> objection = Optional.empty();
        for (CommandPermission permission : permissions) {
            if (permission.allows(argv)) {
                Optional<String> found = objection(Filled.of(argv, permission), mayRead);
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
        if (argv.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            return Optional.of("an argument holds a zero byte");
        }
        return Optional.empty();
    }

    private static String unlisted(List<String> argv, List<CommandPermission> permissions) {
        return "the agent may not run " + String.join(" ", argv) + "; it may run: "
                + permissions.stream()
                        .map(permission -> String.join(" ", permission.argv()))
                        .toList();
    }

    private Optional<String> objection(Filled command, Predicate<String> mayRead) {
        if (command.isSpelledOut()) {
            return Optional.empty();
        }
        return rules.of(command.program())
                .objection(command)
                .or(() -> PathArguments.objection(command.freeArguments(), mayRead));
    }
}
