package io.flyball.schemas.asyncapi;

import static io.flyball.schemas.asyncapi.Yaml.map;

import io.flyball.schemas.Topic;
import java.util.List;
import java.util.Map;

/** A topic as AsyncAPI's channel, with how Kafka keeps it. */
final class Channels {

    static final String BINDING_VERSION = "0.5.0";

    private Channels() {}

    static String id(Topic topic) {
        return topic.name().replaceFirst("^agent\\.", "");
    }

    static Map<String, Object> of(Topic topic) {
        return map(
                "address", topic.name(),
                "title", topic.name(),
                "description", "Keyed by " + topic.key() + ".",
                "messages", map(topic.record(), map("$ref", "#/components/messages/" + topic.record())),
                "tags", List.of(map("name", topic.visibility())),
                "bindings", map("kafka", kafka(topic)));
    }

    private static Map<String, Object> kafka(Topic topic) {
        return map(
                "topic", topic.name(),
                "partitions", topic.partitions(),
                "topicConfiguration", configuration(topic),
                "bindingVersion", BINDING_VERSION);
    }

    private static Map<String, Object> configuration(Topic topic) {
        Map<String, String> config = topic.config();
        Map<String, Object> shown = map("cleanup.policy", List.of(String.valueOf(config.get("cleanup.policy"))));
        String retention = config.get("retention.ms");
        if (retention != null) {
            shown.put("retention.ms", Long.parseLong(retention));
        }
        return shown;
    }
}
