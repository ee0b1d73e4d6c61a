package io.flyball.schemas.asyncapi;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** Avro types in words, with links to the sections of named types. */
final class TypeText {

    private TypeText() {}

    static String of(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> "[" + schema.getName() + "](#" + anchor(schema.getName()) + ")";
            case ARRAY -> "list of " + of(schema.getElementType());
            case MAP -> "map of " + of(schema.getValueType());
            case UNION -> union(schema);
            case LONG ->
                schema.getLogicalType() == null
                        ? "long"
                        : schema.getLogicalType().getName();
            case STRING, BYTES, INT, FLOAT, DOUBLE, BOOLEAN, NULL ->
                schema.getType().getName();
        };
    }

    static String defaultOf(Schema.Field field) {
        if (!field.hasDefaultValue()) {
            return "required";
        }
        return field.defaultVal() == JsonProperties.NULL_VALUE ? "absent" : "`" + field.defaultVal() + "`";
    }

    static String anchor(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String union(Schema schema) {
        return schema.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .map(TypeText::of)
                .collect(joining(" or "));
    }
}
