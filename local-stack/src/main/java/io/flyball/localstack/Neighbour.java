package io.flyball.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** One neighbour, running as a process of its own. What breaks it on purpose is here for fault tests. */
public interface Neighbour {

    NeighbourKind kind();

    /** Short and in lower case: registry, broker, redis, tracing. */
    String name();

    /** Where it answers. The broker's is kafka://host:port, whose authority is the bootstrap server. */
    URI url();

    /** The current process; another one after {@link #restart()}. */
    long pid();

    /** False once the process has ended, for whatever reason. */
    boolean alive();

    Path log();

    /** From the start of the process (and its preparation) to its first real answer. */
    Duration readyAfter();

    /** Ends the process as a crash would (SIGKILL) and returns when it is gone. */
    void kill();

    /** Stops the process in its tracks (SIGSTOP): its connections stay open and nothing answers. */
    void suspend();

    /** Lets a suspended process go on (SIGCONT). */
    void resumeProcess();

    /**
     * Ends the process if it still runs, starts it again on the same port and the same data, and returns when it answers.
     *
     * @throws NeighbourFailed when it does not come up
     */
    void restart();
}
