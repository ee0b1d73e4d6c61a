package io.flyball.planner.tools;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds arguments against a JSON Schema. */
public final class ArgumentCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<Map<String, Object>, Schema> schemas = new ConcurrentHashMap<>();

    /** What does not fit, each as one sentence; empty if all does. */
    public List<String> problems(Map<String, Object> schema, Map<String, Object> arguments) {
        JsonNode node = JSON.valueToTree(arguments);
        return compiled(schema).validate(node).stream()
                .map(error -> location(error) + ": " + error.getMessage())
                .sorted()
                .toList();
    }

    private static String location(Error error) {
        String location = error.getInstanceLocation().toString();
        return location.isEmpty() ? "/" : location;
    }

    private Schema compiled(Map<String, Object> schema) {
        return schemas.computeIfAbsent(schema, text -> registry.getSchema(JSON.<JsonNode>valueToTree(text)));
    }
}
