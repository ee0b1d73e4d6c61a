package io.flyball.cli;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.terminal.Terminal;
import io.flyball.cli.terminal.Tone;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says what is wrong and what to do, on standard error, and ends with a documented exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return switch (failure) {
            case CommandFailed failed -> say(failed.explain(), failed.advice(), failed.exitCode());
            case InterruptedException _ -> say("Interrupted.", "", ExitCode.INTERRUPTED);
            default -> unexpected(failure);
        };
    }

    private int unexpected(Exception failure) {
        failure.printStackTrace(terminal.err());
        return say(
                "This should not have happened: " + failure, "Please report it with the lines above.", ExitCode.FAILED);
    }

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        if (isMissingItsSubcommand(failure)) {
            command.usage(terminal.err());
            return ExitCode.USAGE.code();
        }
        int code = say(String.valueOf(failure.getMessage()), Suggestions.of(failure), ExitCode.USAGE);
        terminal.hint("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return code;
    }

    /** Whoever types a group alone wants to see what is in it. */
    private static boolean isMissingItsSubcommand(ParameterException failure) {
        return String.valueOf(failure.getMessage()).startsWith("Missing required subcommand");
    }

    private int say(String message, String advice, ExitCode code) {
        terminal.hint(terminal.ink().paint(Tone.BAD, message));
        if (!advice.isEmpty()) {
            terminal.hint(advice);
        }
        return code.code();
    }
}
