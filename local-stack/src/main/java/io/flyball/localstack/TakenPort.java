package io.flyball.localstack;

import java.util.OptionalLong;

/**
 * A port that another process listens on.
 *
 * @param pid empty when the system does not tell, for example because the process is another user's
 * @param command the process's command line, or "unknown"
 */
public record TakenPort(int port, OptionalLong pid, String command) {

    static final String UNKNOWN = "unknown";

    /** One line for a person: the port and who holds it. */
    public String describe() {
        return pid.isPresent()
                ? "port %d is taken by process %d: %s".formatted(port, pid.getAsLong(), command)
                : "port %d is taken by a process that this user may not see".formatted(port);
    }
}
