package io.flyball.console.sources;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Labels, in any of the ways that senders write them: an object, pairs, {@code {key, value}}, or {@code a:b, c:d}. */
final class Texts {
    /** Of objects in objects; deeper is no label. */
    private static final int DEEPEST = 4;

    private Texts() {}

    static Map<String, String> of(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        add(texts, "", node, 0);
        return texts;
    }

    private static void add(Map<String, String> texts, String prefix, JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(field -> addField(texts, prefix, field, depth));
        } else if (node.isArray()) {
            node.forEach(element -> addElement(texts, element));
        } else if (node.isString()) {
            addTags(texts, node.asString());
        }
    }

    private static void addField(
            Map<String, String> texts, String prefix, Map.Entry<String, JsonNode> field, int depth) {
        String name = prefix + field.getKey();
        if (field.getValue().isObject()) {
            add(texts, name + ".", field.getValue(), depth + 1);
        } else {
            Place.value(field.getValue()).ifPresent(text -> texts.put(name, text));
        }
    }

    private static void addElement(Map<String, String> texts, JsonNode element) {
        if (element.isString()) {
            addTags(texts, element.asString());
        } else if (element.isArray() && element.size() == 2) {
            put(texts, element.path(0), element.path(1));
        } else {
            JsonNode name = element.has("key") ? element.path("key") : element.path("name");
            JsonNode value = element.path("value");
            // OpenTelemetry says of what type a value is.
            put(
                    texts,
                    name,
                    value.isObject() && value.size() == 1 ? value.iterator().next() : value);
        }
    }

    private static void put(Map<String, String> texts, JsonNode name, JsonNode value) {
        Place.value(name).ifPresent(known -> Place.value(value).ifPresent(text -> texts.put(known, text)));
    }

    /** Tags without a colon say nothing by name. */
    private static void addTags(Map<String, String> texts, String tags) {
        for (String tag : tags.split(",", -1)) {
            int colon = tag.indexOf(':');
            if (colon > 0 && colon < tag.length() - 1) {
                texts.put(
                        tag.substring(0, colon).strip(),
                        tag.substring(colon + 1).strip());
            }
        }
    }
}
