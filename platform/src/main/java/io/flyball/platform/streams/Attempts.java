package io.flyball.platform.streams;

import java.util.Optional;

/** Work of a processor of which all counts or nothing does. */
@FunctionalInterface
public interface Attempts {

    /**
     * Does the work. If that cannot be done, what it has written and forwarded is taken back, and the rest goes on; what the processor keeps
     * in its own memory it has to put right itself.
     *
     * @return why it could not be done, or nothing
     * @throws RuntimeException if it may well be done a moment later: Kafka or the registry is away
     */
    Optional<RuntimeException> attempt(Runnable work);
}
