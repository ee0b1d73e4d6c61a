package io.flyball.schemas.asyncapi;

import static io.flyball.schemas.asyncapi.Yaml.map;

import io.flyball.schemas.Topic;
import java.util.Map;
import org.apache.avro.Schema;

/** A topic's record as AsyncAPI's message. */
final class Messages {

    static final String CONTENT_TYPE = "application/avro";

    private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";

    private Messages() {}

    static Map<String, Object> of(Topic topic, Schema schema) {
        return map(
                "name", topic.record(),
                "title", topic.record(),
                "summary", schema.getDoc(),
                "contentType", CONTENT_TYPE,
                "headers", map("$ref", "#/components/schemas/Headers"),
                "payload", map("schemaFormat", AVRO, "schema", Yaml.tree(schema)),
                "bindings", map("kafka", kafka(topic)));
    }

    private static Map<String, Object> kafka(Topic topic) {
        return map(
                "key", map("type", "string", "description", topic.key()),
                "schemaIdLocation", "payload",
                "schemaIdPayloadEncoding", "confluent",
                "schemaLookupStrategy", "TopicNameStrategy",
                "bindingVersion", Channels.BINDING_VERSION);
    }
}
