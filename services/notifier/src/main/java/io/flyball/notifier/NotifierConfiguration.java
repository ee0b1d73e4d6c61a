package io.flyball.notifier;

import io.flyball.catalogue.YamlFolder;
import io.flyball.notifier.channel.Channel;
import io.flyball.notifier.channel.LogChannel;
import io.flyball.notifier.channel.SignedWebhookChannel;
import io.flyball.notifier.channel.SlackChannel;
import io.flyball.notifier.config.CatalogueProperties;
import io.flyball.notifier.config.NotifierProperties;
import io.flyball.notifier.config.StreamsProperties;
import io.flyball.notifier.message.Routing;
import io.flyball.notifier.topology.NotifierTopology;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.health.Part;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.StreamsEngine;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Wire;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the notifier together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NotifierProperties.class, StreamsProperties.class, CatalogueProperties.class})
class NotifierConfiguration {

    @Bean
    Routing routing(CatalogueProperties properties) {
        return YamlFolder.readFile(properties.directory().resolve("notifications/routing.yaml"), Routing.class);
    }

    @Bean
    StreamsEngine streamsEngine(
            Wire wire,
            DeadLetters deadLetters,
            EventHeaders headers,
            Telemetry telemetry,
            Clock clock,
            NotifierProperties properties,
            Routing routing,
            StreamsProperties streams,
            ConnectionProperties connection) {
        var topology = new NotifierTopology(wire, deadLetters, headers, telemetry, clock)
                .build(properties, routing, channels(properties, clock));
        return new StreamsEngine(topology, streams.settings(connection.kafka()));
    }

    private static List<Channel> channels(NotifierProperties properties, Clock clock) {
        List<Channel> channels = new ArrayList<>(List.of(new LogChannel()));
        if (properties.slackWebhook() != null) {
            channels.add(new SlackChannel(properties.slackWebhook()));
        }
        if (properties.webhookUrl() != null) {
            channels.add(new SignedWebhookChannel(
                    properties.webhookUrl(), Objects.requireNonNull(properties.webhookSecret()), clock));
        }
        return channels;
    }

    @Bean
    Part topology(StreamsEngine engine) {
        return new Part(engine::isHealthy, "the topology is not running: look at Kafka and at this service's log");
    }
}
