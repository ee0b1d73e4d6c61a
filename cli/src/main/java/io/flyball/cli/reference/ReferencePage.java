package io.flyball.cli.reference;

import io.flyball.cli.exit.ExitCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;

/** The page about all commands, in Markdown. */
final class ReferencePage {
    private static final String HEAD = """
            # Command line

            Drawn from the commands themselves; do not edit. Redraw it with `./flyball check`, or:
            `./flyball check`.

            `./flyball` finds Java and builds what is needed. `build`, `test` and `check` are its own, everything else is below.

            | | |
            |---|---|
            | `./flyball build [--clean]` | compile and package, unless nothing has changed since; anew from nothing with `--clean` |
            | `./flyball build --remember` | build if needed, and let the suite run once in a folder of its own, so that its classes are remembered: it then starts with a fraction of the processor time |
            | `./flyball test [ARGUMENTS]` | build and run every test; the last line counts them. Arguments go to Maven |
            | `./flyball check` | format, redraw the generated pages, build, test |

            ## Environment

            | Variable | Meaning |
            |---|---|
            | `FLYBALL_URL` | console to talk to, as `--url` |
            | `FLYBALL_TOKEN` | bearer token; by default the one in the data folder, for a console on this machine only |
            | `FLYBALL_DATA_DIR` | data folder, as `--data-dir` |
            | `FLYBALL_COST_URL` | cost ledger to talk to; by default that of the stack on this machine |
            | `FLYBALL_REDIS_URL` | Redis that holds the emergency stop; by default that of the stack on this machine |
            | `FLYBALL_USER` | who you are, for the records of stops and answers; by default the name of the login |
            | `NO_COLOR` | set to anything: no colours |
            | `JAVA_HOME` | Java for the launcher, if it is 25 or newer |
            | `FLYBALL_JVM_FOLDERS` | folders, separated by colons, in which the launcher looks for Java instead of the usual ones |

            ## Output

            `-o table` (the default) and `-o wide` are for people and may change. `-o json` and `-o yaml` are for programs: fields are
            added, never renamed. Results go to standard output, everything else to standard error. Where an id is wanted, its
            beginning is enough if only one fits.

            """;

    private ReferencePage() {}

    static String of(CommandLine root) {
        return HEAD + exitCodes() + "## Commands\n\n" + list(root) + "\n"
                + leaves(root).map(ReferencePage::section).collect(Collectors.joining());
    }

    private static String exitCodes() {
        return Arrays.stream(ExitCode.values())
                .sorted(Comparator.comparingInt(ExitCode::code))
                .map(code -> "| %d | %s |\n".formatted(code.code(), code.meaning()))
                .collect(Collectors.joining("", "## Exit codes\n\n| Code | Meaning |\n|---|---|\n", "\n"));
    }

    private static String list(CommandLine root) {
        return leaves(root)
                .map(command -> "- [`%s`](#%s): %s\n".formatted(name(command), anchor(command), description(command)))
                .collect(Collectors.joining());
    }

    private static Stream<CommandLine> leaves(CommandLine command) {
        Collection<CommandLine> below = command.getSubcommands().values();
        return below.isEmpty()
                ? Stream.of(command).filter(leaf -> !(leaf.getCommand() instanceof HelpCommand))
                : below.stream().flatMap(ReferencePage::leaves);
    }

    private static String section(CommandLine command) {
        return "### %s\n\n```text\n%s```\n\n".formatted(name(command), usage(command));
    }

    private static String usage(CommandLine command) {
        return command.getUsageMessage(Ansi.OFF)
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    private static String anchor(CommandLine command) {
        return name(command).replace(' ', '-');
    }

    private static String description(CommandLine command) {
        return command.getCommandSpec().usageMessage().description()[0];
    }
}
