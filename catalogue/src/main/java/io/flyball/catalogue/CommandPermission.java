package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A command that an agent may run.
 *
 * @param argv the program and its arguments; {@code *} stands for any one argument, {@code **} at the end for any rest
 * @param effect what the command does to the world
 * @param operation what policies call it, for example {@code rollback}
 * @param reversible whether it can be undone
 */
public record CommandPermission(
        @JsonProperty(required = true) List<String> argv,
        @JsonProperty(required = true) ToolEffect effect,
        @JsonProperty(required = true) String operation,
        boolean reversible) {

    public CommandPermission {
        argv = List.copyOf(argv);
        if (argv.isEmpty() || argv.getFirst().contains("*")) {
            throw new IllegalArgumentException("argv must begin with the name of a program, not " + argv);
        }
        if (argv.subList(0, argv.size() - 1).contains("**")) {
            throw new IllegalArgumentException("** may only stand at the end of argv: " + argv);
        }
    }

    /** Whether that command fits the pattern. */
    public boolean allows(List<String> command) {
        boolean open = argv.getLast().equals("**");
        int fixed = open ? argv.size() - 1 : argv.size();
        if (open ? command.size() < fixed : command.size() != fixed) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (!argv.get(i).equals("*") && !argv.get(i).equals(command.get(i))) {
                return false;
            }
        }
        return true;
    }
}
