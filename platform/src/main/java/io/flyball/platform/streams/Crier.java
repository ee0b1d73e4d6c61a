package io.flyball.platform.streams;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Tells people that threads keep dying. */
@FunctionalInterface
public interface Crier {
    /** Where nobody is told. */
    Crier SILENT = (_, _, _) -> CompletableFuture.completedFuture(null);

    /**
     * Tells it; told again for the same beginning, it is the same message.
     *
     * @param application whose threads they are
     * @param since when it began
     * @return completes when it is certain that people will hear it
     */
    CompletableFuture<?> threadsKeepDying(String application, Instant since, String complaint);
}
