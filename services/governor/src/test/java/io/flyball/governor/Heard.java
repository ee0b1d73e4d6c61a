package io.flyball.governor;

import io.flyball.contract.ActionVerdict;
import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.AuditFact;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.Notification;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.topics.SchemaRegistrar;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/** Speaks to the governor over the topics and hears all that it says. */
public final class Heard implements AutoCloseable {
    public final List<ActionVerdict> verdicts = new CopyOnWriteArrayList<>();
    public final List<ApprovalRequest> requests = new CopyOnWriteArrayList<>();
    public final List<Notification> notifications = new CopyOnWriteArrayList<>();
    public final List<AuditFact> audit = new CopyOnWriteArrayList<>();
    public final List<ControlCommand> control = new CopyOnWriteArrayList<>();

    private final RegistryWire wire;
    private final Publisher publisher;
    private final Projection projection;

    public Heard(SharedNeighbours neighbours) {
        new TopicProvisioner(TopicCatalogue.load(), 1, 1).provision(neighbours.bootstrapServers());
        new SchemaRegistrar(TopicCatalogue.load()).register(URI.create(neighbours.registryUrl()));
        wire = new RegistryWire(URI.create(neighbours.registryUrl()));
        var headers = new EventHeaders("test", new Telemetry(OpenTelemetry.noop()));
        publisher = new Publisher(
                Publisher.producer(neighbours.bootstrapServers(), "test"), wire, headers, Clock.systemUTC());
        projection = new Projection(neighbours.bootstrapServers(), "heard", wire)
                .on(new Subscription<>(Topics.ACTION_VERDICTS, ActionVerdict.class, verdicts::add))
                .on(new Subscription<>(Topics.APPROVAL_REQUESTS, ApprovalRequest.class, requests::add))
                .on(new Subscription<>(Topics.NOTIFICATIONS, Notification.class, notifications::add))
                .on(new Subscription<>(Topics.AUDIT_FACTS, AuditFact.class, audit::add))
                .on(new Subscription<>(Topics.CONTROL, ControlCommand.class, control::add));
        projection.start();
    }

    public void say(String topic, String key, SpecificRecord record) {
        try {
            publisher.send(topic, key, record).get(120, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("could not write to " + topic, e);
        }
    }

    /** The verdict of that id, once it has come. */
    public ActionVerdict verdict(String id) {
        return await("verdict " + id, verdicts, verdict -> verdict.getId().equals(id));
    }

    /** The first record that fits, once it has come. */
    public static <T> T await(String what, List<T> heard, Predicate<T> fits) {
        Await.that(what).until(() -> heard.stream().anyMatch(fits));
        return heard.stream().filter(fits).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        projection.stop();
        publisher.close();
        wire.close();
    }
}
