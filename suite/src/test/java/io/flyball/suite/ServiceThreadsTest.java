package io.flyball.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ServiceThreadsTest {

    @Test
    void aThreadOfAServiceKnowsItsService() throws Exception {
        var found = new CompletableFuture<Optional<String>>();
        ServiceThreads.start("governor", () -> found.complete(ServiceThreads.service()));
        assertThat(found.get(120, TimeUnit.SECONDS)).contains("governor");
    }

    @Test
    void soDoThreadsThatItMakes() throws Exception {
        var found = new CompletableFuture<Optional<String>>();
        ServiceThreads.start("planner", () -> {
            try (var pool = Executors.newSingleThreadExecutor()) {
                pool.submit(() -> new Thread(() -> found.complete(ServiceThreads.service())).start());
            }
        });
        assertThat(found.get(120, TimeUnit.SECONDS)).contains("planner");
    }

    @Test
    void otherThreadsBelongToNone() {
        assertThat(ServiceThreads.service()).isEmpty();
    }
}
