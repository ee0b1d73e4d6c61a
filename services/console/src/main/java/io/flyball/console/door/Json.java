package io.flyball.console.door;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies as JSON, and JSON that a record carries as text. */
public final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /**
     * The body as JSON.
     *
     * @throws BadBody if it is none; names line and column
     */
    public static JsonNode read(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            throw BadBody.at("", "JSON", "nothing");
        }
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw BadBody.at("", "JSON", "an error" + place(e.getLocation()) + ": " + e.getOriginalMessage());
        }
    }

    /** Limits that are exceeded, such as the depth, have no place. */
    private static String place(@Nullable TokenStreamLocation place) {
        return place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    /** The body as an object, an empty one if there is no body. */
    public static Fields object(byte @Nullable [] body) {
        return body == null || body.length == 0 ? Fields.root(MAPPER.createObjectNode()) : Fields.root(read(body));
    }

    /** What the text says; the text itself, as a JSON string, if it is no JSON. */
    public static JsonNode orText(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException _) {
            return MAPPER.getNodeFactory().stringNode(json);
        }
    }

    /** The elements of an array, or the one value that stands alone. */
    public static List<JsonNode> oneOrMany(JsonNode node) {
        return node.isArray() ? List.copyOf(node.asArray().elements()) : List.of(node);
    }
}
