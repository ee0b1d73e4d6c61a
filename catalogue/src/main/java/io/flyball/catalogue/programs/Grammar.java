package io.flyball.catalogue.programs;

import io.flyball.catalogue.ToolEffect;
import io.flyball.catalogue.programs.ProgramFile.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known about one program or subcommand.
 *
 * @param refused words that are known to do harm, with what they do
 * @param require options of which one must be there; none when none must
 * @param commands subcommands by their one or two words
 */
record Grammar(
        Reader reader,
        Options options,
        Operands operands,
        Map<String, String> refused,
        List<String> require,
        ToolEffect effect,
        Map<String, Grammar> commands) {

    static Grammar of(ProgramFile file) {
        return of(file, Reader.GETOPT, new Kinds(Map.of()));
    }

    private static Grammar of(ProgramFile file, Reader outer, Kinds outerKinds) {
        Reader reader = Objects.requireNonNullElse(file.reader(), outer);
        Kinds kinds = outerKinds.and(Kinds.of(Objects.requireNonNullElse(file.kinds(), Map.of())));
        Map<String, Grammar> commands = new HashMap<>();
        Objects.requireNonNullElse(file.commands(), Map.<String, ProgramFile>of())
                .forEach((names, command) -> {
                    Grammar grammar = of(command, reader, kinds);
                    ProgramGrammars.names(names).forEach(name -> commands.put(name, grammar));
                });
        return new Grammar(
                reader,
                Options.parse(
                        Objects.requireNonNullElse(file.flags(), ""),
                        Objects.requireNonNullElse(file.values(), ""),
                        kinds,
                        reader != Reader.WORDS),
                Operands.parse(Objects.requireNonNullElse(file.operands(), ""), kinds),
                Map.copyOf(Objects.requireNonNullElse(file.refused(), Map.of())),
                List.copyOf(Objects.requireNonNullElse(file.require(), List.of())),
                ToolEffect.valueOf(Objects.requireNonNullElse(file.effect(), "READ")),
                Map.copyOf(commands));
    }

    /** The subcommand of that name; empty if there is none. */
    Optional<Grammar> command(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    /** Whether two words name the subcommand that begins so. */
    boolean isGroup(String first) {
        return commands.keySet().stream().anyMatch(name -> name.startsWith(first + " "));
    }

    /** A subcommand's grammar, with the program's own options beside its own. */
    Grammar within(Grammar program) {
        Map<String, String> harm = new HashMap<>(program.refused);
        harm.putAll(refused);
        return new Grammar(reader, program.options.and(options), operands, harm, require, effect, commands);
    }

    /** How a command is read by this grammar. */
    Reading read(List<String> argv) {
        return new Walk(this, argv).read();
    }
}
