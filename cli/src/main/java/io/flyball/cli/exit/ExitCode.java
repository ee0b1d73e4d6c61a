package io.flyball.cli.exit;

/** How a command ends; scripts rely on the numbers. */
public enum ExitCode {
    OK(0, "Done. For `demo`: the service is really healthy again."),
    FAILED(1, "Something failed; the message says what. For `status`: a part of the stack is down or not ready."),
    USAGE(
            2,
            "The command line, or a file that it names, is not what was expected: a value that is not known, a wrong field."),
    UNREACHABLE(3, "The suite, or the part of it that is needed, does not answer; or the stack is not up."),
    NOT_FOUND(4, "There is no such run, approval, dead letter, agent, tool or thing in the trash."),
    REFUSED(5, "The suite refused: the approval is already answered, the order does not fit, the rate is exceeded."),
    NOT_ALLOWED(6, "The token is missing or wrong."),
    TIMED_OUT(7, "What was waited for did not happen in time."),
    NOT_RESOLVED(8, "The run ended, but not as RESOLVED or NOT_REPRODUCED; or the service is not healthy again."),
    INTERRUPTED(130, "Ended by Ctrl-C.");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }

    /** For the reference page and the help. */
    public String meaning() {
        return meaning;
    }
}
