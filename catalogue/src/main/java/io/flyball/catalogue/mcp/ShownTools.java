package io.flyball.catalogue.mcp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tools that a server shows, in canonical form: keys in order, without what is only for the eye ({@code _meta},
 * {@code icons}), by their names. What a model could read and what a call could mean is all in it.
 *
 * @param tools as JSON
 */
public record ShownTools(List<String> tools) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> LEFT_OUT = List.of("_meta", "icons");

    /** @throws IllegalArgumentException if one is no tool, or two have one name */
    public ShownTools {
        tools = tools.stream()
                .map(ShownTools::parsed)
                .sorted(Comparator.comparing(ShownTools::name))
                .map(JsonNode::toString)
                .toList();
        if (tools.stream().map(JSON::readTree).map(ShownTools::name).distinct().count() < tools.size()) {
            throw new IllegalArgumentException("two tools have one name");
        }
    }

    /** @param shown as the server answered */
    public static ShownTools of(List<? extends JsonNode> shown) {
        return new ShownTools(shown.stream().map(JsonNode::toString).toList());
    }

    /** SHA-256, 64 hex digits. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            tools.forEach(tool -> digest.update((tool + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Each as JSON. */
    public List<JsonNode> nodes() {
        return tools.stream().map(JSON::readTree).toList();
    }

    /** The tool that the server calls so. */
    public Optional<JsonNode> find(String name) {
        return nodes().stream().filter(tool -> name(tool).equals(name)).findFirst();
    }

    static String name(JsonNode tool) {
        return tool.path("name").asString("");
    }

    private static JsonNode parsed(String tool) {
        JsonNode node = JSON.readTree(tool);
        if (!(node instanceof ObjectNode object) || name(node).isBlank()) {
            throw new IllegalArgumentException("a tool is an object with a name, not " + node.getNodeType());
        }
        object.remove(LEFT_OUT);
        return ordered(object);
    }

    private static JsonNode ordered(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode sorted = JSON.createObjectNode();
                object.propertyNames().stream().sorted().forEach(key -> sorted.set(key, ordered(object.get(key))));
                yield sorted;
            }
            case ArrayNode array -> {
                ArrayNode same = JSON.createArrayNode();
                array.forEach(item -> same.add(ordered(item)));
                yield same;
            }
            default -> node;
        };
    }
}
