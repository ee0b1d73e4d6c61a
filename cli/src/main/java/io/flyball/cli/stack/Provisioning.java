package io.flyball.cli.stack;

import io.flyball.platform.topics.SchemaRegistrar;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.schemas.TopicCatalogue;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Makes topics and schemas before a service looks for them; the same code as in every other environment. */
final class Provisioning {
    private Provisioning() {}

    /** @return how long it took */
    static Duration run(String bootstrapServers, URI registry) throws InterruptedException {
        var began = System.nanoTime();
        var catalogue = TopicCatalogue.load();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var topics = threads.submit(() -> new TopicProvisioner(catalogue, 1, 1).provision(bootstrapServers));
            var schemas = threads.submit(() -> new SchemaRegistrar(catalogue).register(registry));
            try {
                topics.get();
                schemas.get();
            } finally {
                threads.shutdownNow();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
