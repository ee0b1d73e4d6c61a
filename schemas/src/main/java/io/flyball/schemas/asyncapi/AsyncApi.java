package io.flyball.schemas.asyncapi;

import static io.flyball.schemas.asyncapi.Yaml.map;

import io.flyball.schemas.Topic;
import java.util.LinkedHashMap;
import java.util.Map;

/** The AsyncAPI 3 document: what flows where, and how to read it. */
final class AsyncApi {

    private static final String ABOUT = """
            Every message between the services of Flyball. Public topics are meant for others: alerting systems publish \
            to agent.alerts, other services subscribe to agent.results. Values are Avro in Confluent's wire format: a zero \
            byte, the schema's id in the registry as four bytes, then Avro binary. Schemas evolve BACKWARD_TRANSITIVE.""";

    private AsyncApi() {}

    static Map<String, Object> of(Contract contract) {
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        Map<String, Object> messages = new LinkedHashMap<>();
        for (Topic topic : contract.topics()) {
            channels.put(Channels.id(topic), Channels.of(topic));
            operations.putAll(Operations.of(topic));
            messages.put(topic.record(), Messages.of(topic, contract.recordOf(topic)));
        }
        return map(
                "asyncapi",
                "3.0.0",
                "info",
                info(contract.version()),
                "defaultContentType",
                Messages.CONTENT_TYPE,
                "channels",
                channels,
                "operations",
                operations,
                "components",
                components(messages));
    }

    private static Map<String, Object> info(int version) {
        return map("title", "Flyball topics", "version", version + ".0.0", "description", ABOUT);
    }

    private static Map<String, Object> components(Map<String, Object> messages) {
        return map("messages", messages, "schemas", map("Headers", Headers.schema()));
    }
}
