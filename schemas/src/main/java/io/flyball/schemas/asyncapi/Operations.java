package io.flyball.schemas.asyncapi;

import static io.flyball.schemas.asyncapi.Yaml.map;

import io.flyball.schemas.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who sends to a topic and who receives from it, one operation for each. */
final class Operations {

    private Operations() {}

    static Map<String, Object> of(Topic topic) {
        Map<String, Object> operations = new LinkedHashMap<>();
        topic.writtenBy().forEach(who -> operations.put(id(who, "sends", topic), operation(who, "send", topic)));
        topic.readBy().forEach(who -> operations.put(id(who, "receives", topic), operation(who, "receive", topic)));
        return operations;
    }

    private static String id(String who, String does, Topic topic) {
        return who.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + does + "-" + Channels.id(topic);
    }

    private static Map<String, Object> operation(String who, String action, Topic topic) {
        String channel = "#/channels/" + Channels.id(topic);
        return map(
                "action", action,
                "channel", map("$ref", channel),
                "tags", List.of(map("name", who)),
                "messages", List.of(map("$ref", channel + "/messages/" + topic.record())));
    }
}
