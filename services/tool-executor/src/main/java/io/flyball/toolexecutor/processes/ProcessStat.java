package io.flyball.toolexecutor.processes;

import java.util.Optional;

/**
 * What {@code /proc/PID/stat} says.
 *
 * @param name at most 15 bytes; may hold anything, also spaces and parentheses
 * @param state the kernel's letter
 * @param cpuTicks time on processors, a hundred to the second
 * @param startTicks start after the machine's own, likewise
 */
record ProcessStat(String name, char state, long parent, long threads, long cpuTicks, long startTicks) {
    private static final int STATE = 0;
    private static final int PARENT = 1;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final int THREADS = 17;
    private static final int START = 19;

    /** Empty if that is no such line. The fields are counted from behind the name, which may hold what separates them. */
    static Optional<ProcessStat> parse(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        if (open < 0 || close < open) {
            return Optional.empty();
        }
        String[] fields = text.substring(close + 1).strip().split(" ");
        if (fields.length <= START) {
            return Optional.empty();
        }
        return Optional.of(new ProcessStat(
                text.substring(open + 1, close),
                fields[STATE].charAt(0),
                Long.parseLong(fields[PARENT]),
                Long.parseLong(fields[THREADS]),
                Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]),
                Long.parseLong(fields[START])));
    }

    /** The state in a word. */
    String stateWord() {
        return switch (state) {
            case 'R' -> "running";
            case 'S' -> "sleeping";
            case 'D' -> "waiting_for_disk";
            case 'T' -> "stopped";
            case 't' -> "traced";
            case 'Z' -> "zombie";
            case 'X', 'x' -> "dead";
            case 'I' -> "idle";
            default -> "state_" + state;
        };
    }
}
