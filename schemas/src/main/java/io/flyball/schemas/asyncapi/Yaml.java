package io.flyball.schemas.asyncapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Trees of maps and lists, which keep their order, as YAML. */
final class Yaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private static final JsonMapper JSON = new JsonMapper();

    private Yaml() {}

    /** A map with these entries in this order; the arguments are keys and values in turn. */
    static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    static Map<String, Object> tree(Schema schema) {
        return JSON.readValue(schema.toString(), new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    static String write(Map<String, Object> tree) {
        return YAML.writeValueAsString(tree);
    }
}
