package io.flyball.toolexecutor.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** By which something that runs is told to end. The first cause counts; later ones change nothing. */
public final class Ending {
    private final List<Consumer<EndCause>> listeners = new ArrayList<>();
    private @Nullable EndCause cause;

    /** Ends it, on the caller's thread. */
    public void end(EndCause why) {
        List<Consumer<EndCause>> told;
        synchronized (this) {
            if (cause != null) {
                return;
            }
            cause = why;
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.accept(why));
    }

    /** Calls the listener when it is ended, or at once if it already is. */
    public void onEnd(Consumer<EndCause> listener) {
        EndCause already;
        synchronized (this) {
            listeners.add(listener);
            already = cause;
        }
        if (already != null) {
            listener.accept(already);
        }
    }

    public synchronized Optional<EndCause> cause() {
        return Optional.ofNullable(cause);
    }
}
