package io.flyball.cli.runs;

/**
 * One proposed tool call and what became of it; texts that are not known yet are empty.
 *
 * @param command as a person would type or read it
 * @param status PROPOSED, HELD, ALLOWED, DENIED or CALLED before it starts, then the tool executor's
 * @param exitCode empty when there was no program
 */
public record Action(
        String id,
        int step,
        String tool,
        String command,
        String target,
        String reasoning,
        String verdict,
        String verdictReason,
        String effect,
        String risk,
        String approvedBy,
        String status,
        String output,
        String exitCode,
        String error,
        long durationMillis) {

    /** Whether the tool executor has told how it ended. */
    public boolean finished() {
        return switch (status) {
            case "", "PROPOSED", "HELD", "ALLOWED", "DENIED", "CALLED", "STARTED" -> false;
            default -> true;
        };
    }

    /** Whether it only looks. */
    public boolean reads() {
        return effect.equals("READ");
    }
}
