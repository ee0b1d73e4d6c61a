package io.flyball.notifier.topology;

import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.BudgetEvent;
import io.flyball.contract.Notification;
import io.flyball.notifier.channel.Channel;
import io.flyball.notifier.config.NotifierProperties;
import io.flyball.notifier.delivery.DeliveryMachine;
import io.flyball.notifier.message.Routing;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.Edges;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/** How messages reach their deliveries. */
public final class NotifierTopology {
    private static final String NOTIFIER = "notifier";

    private final Wire wire;
    private final DeadLetters deadLetters;
    private final EventHeaders headers;
    private final Telemetry telemetry;
    private final Clock clock;

    public NotifierTopology(
            Wire wire, DeadLetters deadLetters, EventHeaders headers, Telemetry telemetry, Clock clock) {
        this.wire = wire;
        this.deadLetters = deadLetters;
        this.headers = headers;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /** The whole topology. Each task has its own attempts, so that what ends is told to the task that began it. */
    public Topology build(NotifierProperties properties, Routing routing, List<Channel> channels) {
        var byName = channels.stream().collect(Collectors.toMap(Channel::name, channel -> channel));
        var messages = new MessageMapper(properties.consoleUrl());
        var machine = new DeliveryMachine(properties.retryFor());
        Topology topology = new Topology();
        Edges edges = new Edges(topology, wire, deadLetters);
        String[] sources = {
            edges.source(Topics.NOTIFICATIONS, Notification.class, NOTIFIER),
            edges.source(Topics.APPROVAL_REQUESTS, ApprovalRequest.class, NOTIFIER),
            edges.source(Topics.BUDGET_EVENTS, BudgetEvent.class, NOTIFIER)
        };
        topology.addProcessor(
                NOTIFIER,
                () -> new NotifierProcessor(
                        messages, routing, machine, new Attempts(byName, telemetry, clock), telemetry, headers),
                sources);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(NotifierProcessor.DELIVERIES), Serdes.String(), Serdes.ByteArray()),
                NOTIFIER);
        edges.sink(Topics.NOTIFICATION_RECEIPTS, NOTIFIER);
        edges.deadLetterSink(sources);
        return topology;
    }
}
