package io.flyball.notifier.topology;

import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.BudgetEvent;
import io.flyball.contract.Notification;
import io.flyball.platform.streams.StreamEnds;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;

/** From what is to be told, by way of the deliveries, to the receipts. */
final class NotifierTopology {
    private static final String DELIVERIES = "deliveries";

    private NotifierTopology() {}

    static Topology of(Wire wire, DeadLetters letters, Supplier<DeliveryProcessor> processor, Duration remembered) {
        Topology topology = new Topology();
        StreamEnds edges = new StreamEnds(topology, wire, letters);
        String[] readers = {
            edges.source(Topics.NOTIFICATIONS, Notification.class, DELIVERIES),
            edges.source(Topics.APPROVAL_REQUESTS, ApprovalRequest.class, DELIVERIES),
            edges.source(Topics.BUDGET_EVENTS, BudgetEvent.class, DELIVERIES)
        };
        edges.processor(DELIVERIES, processor, readers);
        topology.addStateStore(Deliveries.openStore(), DELIVERIES);
        topology.addStateStore(Deliveries.toldStore(remembered), DELIVERIES);
        edges.sink(Topics.NOTIFICATION_RECEIPTS, DELIVERIES);
        edges.deadLetterSink(readers);
        return topology;
    }
}
