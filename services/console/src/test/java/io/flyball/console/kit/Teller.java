package io.flyball.console.kit;

import io.flyball.contract.ActionVerdict;
import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.Effect;
import io.flyball.contract.Risk;
import io.flyball.contract.RunEvent;
import io.flyball.contract.Verdict;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.Topics;
import io.flyball.testkit.SharedNeighbours;
import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;

/** Publishes what the other services would. */
public final class Teller implements AutoCloseable {
    private final Publisher publisher;

    public Teller(SharedNeighbours neighbours) {
        publisher = new Publisher(
                Publisher.producer(neighbours.bootstrapServers(), "teller"),
                new RegistryWire(URI.create(neighbours.registryUrl())),
                new EventHeaders("teller", new Telemetry(OpenTelemetry.noop())),
                Clock.systemUTC());
    }

    public void tell(String topic, String key, SpecificRecord record) {
        try {
            publisher.send(topic, key, record).get(120, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public void tell(List<RunEvent> events) {
        events.forEach(event -> tell(Topics.RUN_EVENTS, event.getRunId(), event));
    }

    public void tell(ApprovalRequest request) {
        tell(Topics.APPROVAL_REQUESTS, request.getRunId(), request);
    }

    /** The governor's second verdict for a held action. */
    public static ActionVerdict second(ApprovalRequest request, Verdict verdict, String approvedBy, Instant at) {
        return ActionVerdict.newBuilder()
                .setId(request.getActionId() + ":v2")
                .setActionId(request.getActionId())
                .setRunId(request.getRunId())
                .setTenant("default")
                .setStep(1)
                .setVerdict(verdict)
                .setReason("answered")
                .setRule("production/approve")
                .setPolicyHash("p0")
                .setProfile("production")
                .setEffect(Effect.CHANGE)
                .setReversible(true)
                .setRisk(Risk.MEDIUM)
                .setActionHash(request.getActionHash())
                .setApprovalId(request.getId())
                .setApprovedBy(approvedBy)
                .setDecidedAt(at)
                .build();
    }

    @Override
    public void close() {
        publisher.close();
    }
}
