package io.flyball.platform;

import io.flyball.platform.publish.DeadLetterOffice;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.topics.SchemaRegistrar;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.testkit.SharedNeighbours;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.net.URI;
import java.time.Clock;

/** What a service gets from the platform, put together by hand against real neighbours. */
public final class PlatformKit implements AutoCloseable {
    public final String kafka;
    public final RegistryWire wire;
    public final Telemetry telemetry = new Telemetry(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder().build())
            .build());
    public final Publisher publisher;
    public final DeadLetterOffice deadLetters;

    public PlatformKit(SharedNeighbours neighbours) {
        this(provisioned(neighbours), URI.create(neighbours.registryUrl()));
    }

    /** Where topics and schemas are there already. */
    public PlatformKit(String kafka, URI registry) {
        this.kafka = kafka;
        wire = new RegistryWire(registry);
        publisher = new Publisher(
                Publisher.producer(kafka, "test"), wire, new EventHeaders("test", telemetry), Clock.systemUTC());
        deadLetters = new DeadLetterOffice(new DeadLetters("test", Clock.systemUTC()), publisher);
    }

    private static String provisioned(SharedNeighbours neighbours) {
        new TopicProvisioner(TopicCatalogue.load(), 1, 1).provision(neighbours.bootstrapServers());
        new SchemaRegistrar(TopicCatalogue.load()).register(URI.create(neighbours.registryUrl()));
        return neighbours.bootstrapServers();
    }

    @Override
    public void close() {
        publisher.close();
        wire.close();
    }
}
