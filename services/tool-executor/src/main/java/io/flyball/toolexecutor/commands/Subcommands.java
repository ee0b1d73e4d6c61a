package io.flyball.toolexecutor.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program's subcommands.
 *
 * @param reads those that only read, one or two words
 * @param never those that run something else, one or two words
 * @param valued global options whose value is the next argument
 */
record Subcommands(
        Set<String> reads,
        @Nullable Set<String> never,
        @Nullable Set<String> valued) {

    /** A subcommand that the permission spells out is fine; one that fills a wildcard must be known to read. */
    Optional<String> objection(Filled command) {
        List<Integer> words = words(command.argv());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String first = command.argv().get(words.getFirst());
        List<Integer> naming = words.subList(0, Math.min(words.size(), isGroup(first) ? 2 : 1));
        if (naming.stream().noneMatch(command.free()::contains)) {
            return Optional.empty();
        }
        String name = naming.stream().map(command.argv()::get).collect(Collectors.joining(" "));
        if (never != null && (never.contains(first) || never.contains(name))) {
            return refused(command, name, "runs something else");
        }
        boolean fine = reads.contains(name) || !command.reads();
        return fine ? Optional.empty() : refused(command, name, "is not known to only read");
    }

    private static Optional<String> refused(Filled command, String subcommand, String why) {
        return Optional.of(
                command.program() + " " + subcommand + " " + why + ": the agent's permission must spell it out");
    }

    /** Whether the subcommand has subcommands of its own, so that two words name it. */
    private boolean isGroup(String first) {
        return Stream.concat(reads.stream(), Stream.ofNullable(never).flatMap(Set::stream))
                .anyMatch(name -> name.startsWith(first + " "));
    }

    /** Where the arguments stand that are neither options nor their values. */
    private List<Integer> words(List<String> argv) {
        List<Integer> words = new ArrayList<>();
        for (int i = 1; i < argv.size(); i++) {
            String argument = argv.get(i);
            if (!argument.startsWith("-")) {
                words.add(i);
            } else if (valued != null && valued.contains(argument)) {
                i++;
            }
        }
        return words;
    }
}
