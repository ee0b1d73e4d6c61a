package io.flyball.platform.streams;

import java.util.HashSet;
import java.util.Set;

/** Ends the wait of stream threads: something has happened beside the topics, or the engine ends. */
final class Bell {
    private final Set<Runnable> waiting = new HashSet<>();
    private boolean ending;

    /** Whoever waits now is woken. */
    synchronized void ring() {
        waiting.forEach(Runnable::run);
    }

    /** From now on nobody waits for long. */
    synchronized void ringTheEnd() {
        ending = true;
        ring();
    }

    synchronized boolean ending() {
        return ending;
    }

    /** Whether that one may wait; it is woken by what it gives. */
    synchronized boolean enter(Runnable wake) {
        return !ending && waiting.add(wake);
    }

    /** After this it is not woken any more. */
    synchronized void leave(Runnable wake) {
        waiting.remove(wake);
    }
}
