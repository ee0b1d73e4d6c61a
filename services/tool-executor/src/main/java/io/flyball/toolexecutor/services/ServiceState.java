package io.flyball.toolexecutor.services;

import io.flyball.toolexecutor.tools.Findings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a service is.
 *
 * @param is one word for all managers
 * @param says the manager's own words
 * @param pid absent while it does not run
 * @param seconds for how long it has been so; absent where the manager does not say
 * @param restarts how often the manager had to start it again; absent likewise
 * @param exitCode of its last end; absent likewise
 */
record ServiceState(
        Is is,
        String says,
        @Nullable Long pid,
        @Nullable Long seconds,
        @Nullable Long restarts,
        @Nullable Long exitCode) {

    /** How a service can be. */
    enum Is {
        RUNNING,
        STARTING,
        STOPPING,
        /** Somebody wanted it so. */
        STOPPED,
        /** It ended by itself and is not started again. */
        FAILED,
        /** It ended and waits to be started again. */
        CRASHING,
        /** The manager knows no such service. */
        UNKNOWN_SERVICE,
        /** The manager itself does not answer. */
        NO_MANAGER,
        UNCLEAR
    }

    static ServiceState only(Is is, String says) {
        return new ServiceState(is, says, null, null, null, null);
    }

    Findings findings() {
        return new Findings()
                .with("state", is.name().toLowerCase(Locale.ROOT))
                .with("says", says)
                .with("pid", pid)
                .with("seconds", seconds)
                .with("restarts", restarts)
                .with("exitCode", exitCode);
    }
}
