package io.flyball.notifier.topology;

import io.flyball.notifier.channel.Channels;
import io.flyball.notifier.config.CatalogueProperties;
import io.flyball.notifier.config.DeliveryProperties;
import io.flyball.notifier.config.NotifierProperties;
import io.flyball.notifier.config.StreamsProperties;
import io.flyball.notifier.delivery.DeliveryMachine;
import io.flyball.notifier.message.ApprovalNotice;
import io.flyball.notifier.message.BudgetNotice;
import io.flyball.notifier.routing.Routing;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.health.RequiredPart;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.StreamsEngine;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Wire;
import io.flyball.secrets.SecretFilter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The running notifier. */
@Configuration(proxyBeanMethods = false)
class TopologyConfiguration {
    /** Beyond the attempt's own time-out, so that its answer comes first where there is one. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Bean
    Channels channels(NotifierProperties configured, DeliveryProperties delivery, Clock clock) {
        return new Channels(configured, delivery, clock);
    }

    @Bean
    Routing routing(CatalogueProperties catalogue, Channels channels) {
        return Routing.load(folder(catalogue).resolve("routing.yaml"), channels.names());
    }

    @Bean
    MessageMapper messageMapper(CatalogueProperties catalogue, NotifierProperties properties, SecretFilter secrets) {
        return new MessageMapper(
                ApprovalNotice.load(folder(catalogue).resolve("approval-needed.md"), properties.console()),
                BudgetNotice.load(folder(catalogue).resolve("budget.md")),
                secrets);
    }

    @Bean
    Supplier<DeliveryProcessor> deliveryProcessors(
            MessageMapper mapper,
            Routing routing,
            Channels channels,
            DeliveryProperties delivery,
            EventHeaders headers,
            Telemetry telemetry) {
        var machine = new DeliveryMachine(delivery.backoff(), delivery.timeout().plus(GRACE));
        var dispatcher = new Dispatcher(channels::find, new NotifySpans(telemetry), delivery.mostAtOnce());
        var receipts = new Receipts(headers, telemetry);
        return () -> new DeliveryProcessor(mapper, routing, machine, dispatcher, receipts);
    }

    @Bean
    StreamsEngine streamsEngine(
            Wire wire,
            DeadLetters letters,
            Supplier<DeliveryProcessor> processors,
            DeliveryProperties delivery,
            StreamsProperties streams,
            ConnectionProperties connection,
            StreamsEngine.Safety safety) {
        return new StreamsEngine(
                NotifierTopology.of(wire, letters, processors, delivery.remember()),
                streams.settings(connection.kafka()),
                safety);
    }

    @Bean
    RequiredPart notifier(StreamsEngine engine) {
        return new RequiredPart(engine::isHealthy, engine::complaint);
    }

    private static Path folder(CatalogueProperties catalogue) {
        return catalogue.directory().resolve("notifications");
    }
}
