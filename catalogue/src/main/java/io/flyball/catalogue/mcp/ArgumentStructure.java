package io.flyball.catalogue.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Of a server's argument schema what a model needs to write arguments, and nothing in which a server could speak to it: no
 * descriptions, titles, defaults, examples or patterns, and no names and values but plain words.
 */
final class ArgumentStructure {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern WORD = Pattern.compile("[\\w.:/@+-]{1,64}");
    private static final Pattern HERE = Pattern.compile("#[\\w.:/$-]{0,128}");
    private static final int DEEPEST = 24;
    private static final Set<String> SCHEMAS = Set.of("properties", "$defs", "definitions");
    private static final Set<String> LISTS = Set.of("anyOf", "oneOf", "allOf", "prefixItems");
    private static final Set<String> NESTED = Set.of("items", "additionalProperties", "not");
    private static final Set<String> NUMBERS = Set.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties");

    private ArgumentStructure() {}

    /** @throws IllegalArgumentException if it holds what is no plain word, saying where */
    static Map<String, Object> of(JsonNode schema) {
        Map<String, Object> structure = new LinkedHashMap<>(structure(schema, 0));
        structure.putIfAbsent("type", "object");
        return structure;
    }

    private static Map<String, Object> structure(JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("its schema is nested more than " + DEEPEST + " times");
        }
        Map<String, Object> taken = new LinkedHashMap<>();
        schema.properties().forEach(entry -> take(entry.getKey(), entry.getValue(), depth + 1, taken));
        return taken;
    }

    private static void take(String key, JsonNode value, int depth, Map<String, Object> taken) {
        if (SCHEMAS.contains(key) && value.isObject()) {
            Map<String, Object> named = new LinkedHashMap<>();
            value.properties()
                    .forEach(entry -> named.put(word(entry.getKey()), structureOrFlag(entry.getValue(), depth)));
            taken.put(key, named);
        } else if (LISTS.contains(key) && value.isArray()) {
            taken.put(
                    key,
                    value.valueStream()
                            .map(item -> structureOrFlag(item, depth))
                            .toList());
        } else if (NESTED.contains(key)) {
            taken.put(key, structureOrFlag(value, depth));
        } else if (NUMBERS.contains(key) && value.isNumber()) {
            taken.put(key, value.numberValue());
        } else if (key.equals("uniqueItems") && value.isBoolean()) {
            taken.put(key, value.asBoolean());
        } else if (key.equals("$ref")) {
            taken.put(key, reference(value));
        } else if (List.of("type", "enum", "const", "required", "format").contains(key)) {
            taken.put(key, plain(value));
        }
    }

    private static Object structureOrFlag(JsonNode value, int depth) {
        return value.isBoolean() ? (Object) value.asBoolean() : structure(value, depth);
    }

    private static String reference(JsonNode value) {
        if (!HERE.matcher(value.asString("")).matches()) {
            throw new IllegalArgumentException("its schema refers to something outside of itself");
        }
        return value.asString();
    }

    private static Object plain(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(ArgumentStructure::plain).toList();
        }
        if (value.isString()) {
            return word(value.asString());
        }
        if (value.isObject()) {
            throw new IllegalArgumentException("its schema lists objects as values");
        }
        return value.isNull() ? "null" : JSON.convertValue(value, new TypeReference<Object>() {});
    }

    private static String word(String text) {
        if (!text.isEmpty() && !WORD.matcher(text).matches()) {
            String shown = text.length() <= 40 ? text : text.substring(0, 40) + "...";
            throw new IllegalArgumentException("its schema has a name or value that is no plain word: " + shown);
        }
        return text;
    }
}
