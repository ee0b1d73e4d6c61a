package io.flyball.platform.streams;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** People hear once that threads keep dying, not at each death; where they could not be told, the next death tells them. */
final class ToldOnce {
    private static final Logger log = LoggerFactory.getLogger(ToldOnce.class);

    private final Crier crier;
    private @Nullable Instant told;
    private CompletableFuture<?> telling = CompletableFuture.completedFuture(null);

    ToldOnce(Crier crier) {
        this.crier = crier;
    }

    synchronized void tell(String application, Deaths deaths, String complaint) {
        Instant since = deaths.since();
        if (since == null || since.equals(told) || !telling.isDone()) {
            return;
        }
        telling = crier.threadsKeepDying(application, since, complaint).whenComplete((_, failure) -> {
            if (failure == null) {
                isTold(since);
            } else {
                log.warn("{}: nobody could be told that its threads keep dying", application, failure);
            }
        });
    }

    private synchronized void isTold(Instant since) {
        told = since;
    }
}
