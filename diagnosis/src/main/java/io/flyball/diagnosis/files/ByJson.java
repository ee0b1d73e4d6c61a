package io.flyball.diagnosis.files;

import io.flyball.diagnosis.Extraction;
import io.flyball.diagnosis.Output;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds facts in JSON.
 *
 * @param each the things, as a path of names with {@code *} for every element
 * @param key path below a thing that says which it is
 * @param value path below a thing that says what; where it is missing, there is no fact
 */
record ByJson(
        String fact,
        String unit,
        List<String> each,
        @Nullable List<String> key,
        List<String> value,
        ValueType type) implements Extraction {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<String> path(String text) {
        if (!text.matches("[\\w*-]+(\\.[\\w*-]+)*")) {
            throw new IllegalArgumentException("a path is names with dots between, * for every element, not " + text);
        }
        return List.of(text.split("\\."));
    }

    @Override
    public List<Draft> from(Output output) {
        List<Draft> found = new ArrayList<>();
        try {
            for (JsonNode thing : below(JSON.readTree(output.text()), each)) {
                String name = key == null
                        ? ""
                        : below(thing, key).stream()
                                .findFirst()
                                .map(JsonNode::asString)
                                .orElse("");
                for (JsonNode one : below(thing, value)) {
                    type.read(one.isContainer() ? one.toString() : one.asString(), output)
                            .ifPresent(read -> found.add(new Draft(name, read, "")));
                }
            }
        } catch (JacksonException _) {
            return List.of();
        }
        return found;
    }

    private static List<JsonNode> below(JsonNode node, List<String> path) {
        List<JsonNode> nodes = List.of(node);
        for (String name : path) {
            List<JsonNode> next = new ArrayList<>();
            nodes.forEach(each -> step(each, name, next));
            nodes = next;
        }
        return nodes;
    }

    private static void step(JsonNode node, String name, List<JsonNode> next) {
        if (name.equals("*")) {
            node.forEach(next::add);
        } else if (node.has(name) && !node.get(name).isNull()) {
            next.add(node.get(name));
        }
    }
}
