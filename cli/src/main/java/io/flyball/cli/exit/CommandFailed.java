package io.flyball.cli.exit;

/** Ends a command with a message for people and an exit code for scripts. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final String advice;

    /**
     * A failure.
     *
     * @param message what is wrong, one sentence or a few lines
     * @param advice what to do about it; empty if there is nothing to advise
     */
    public CommandFailed(ExitCode exitCode, String message, String advice) {
        super(message);
        this.exitCode = exitCode;
        this.advice = advice;
    }

    /** What the process ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** What to do; empty if there is nothing to advise. */
    public String advice() {
        return advice;
    }

    /** The message as it is always there. */
    public String explain() {
        return String.valueOf(getMessage());
    }
}
