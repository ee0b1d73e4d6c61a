package io.flyball.console.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where alerts come in as CloudEvents over Kafka.
 *
 * @param topic the topic, on the broker that everything else is on; nothing is read if absent
 * @param group the consumer group: replicas of the console share the topic, and go on where the last one has stopped
 * @param since how far back a group begins that has read nothing yet
 */
@ConfigurationProperties("flyball.ingress.cloudevents")
public record FeedProperties(
        @Nullable String topic,
        @DefaultValue("flyball-cloudevents") String group,
        @DefaultValue("1h") Duration since) {

    static final String TOPIC = "flyball.ingress.cloudevents.topic";

    public FeedProperties {
        if (topic != null && topic.isBlank() || group.isBlank() || since.isNegative()) {
            throw new IllegalArgumentException(
                    "flyball.ingress.cloudevents: topic and group must have a name, and since must not be negative");
        }
    }
}
