package io.flyball.console.sources;

import io.flyball.console.door.BadBody;
import io.flyball.console.door.Json;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record of Kafka as an event of CloudEvents: structured, several in one, or binary, where the attributes are headers. */
public final class CloudEventRecord {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String ATTRIBUTE = "ce_";

    private CloudEventRecord() {}

    /**
     * The event, or the events, as they would stand in a body.
     *
     * @param headers by name in lower case
     * @throws BadBody if the record is neither binary nor JSON
     */
    public static JsonNode body(Map<String, String> headers, byte[] value) {
        if (!headers.containsKey(ATTRIBUTE + "specversion")) {
            return Json.read(value);
        }
        ObjectNode event = MAPPER.createObjectNode();
        headers.forEach((name, text) -> {
            if (name.startsWith(ATTRIBUTE)) {
                event.put(name.substring(ATTRIBUTE.length()), text);
            }
        });
        if (value.length > 0) {
            event.set("data", Json.read(value));
        }
        return event;
    }
}
