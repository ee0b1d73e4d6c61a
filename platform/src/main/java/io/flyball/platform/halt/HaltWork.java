package io.flyball.platform.halt;

import java.util.Set;

/**
 * The work of a service, as far as an order is about it.
 *
 * @param running names of what runs and must end
 * @param ended names of what was ended for a stop
 * @param finishing how much may come to its own end
 */
public record HaltWork(Set<String> running, Set<String> ended, int finishing) {
    /** Of a service that runs nothing which an order could end. */
    public static final HaltWork NONE = new HaltWork(Set.of(), Set.of(), 0);

    public HaltWork {
        running = Set.copyOf(running);
        ended = Set.copyOf(ended);
    }
}
