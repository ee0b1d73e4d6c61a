package io.flyball.schemas.audit;

import io.flyball.contract.AuditEntry;
import io.flyball.contract.AuditKind;
import java.time.Instant;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An entry as one line of JSON from which the same entry, with the same hash, can be read. */
public final class AuditJson {
    private static final JsonMapper JSON = new JsonMapper();

    private AuditJson() {}

    /** All fields by their names; absent values are left out, times are ISO 8601 in UTC. */
    public static ObjectNode of(AuditEntry entry) {
        ObjectNode json = JSON.createObjectNode();
        for (Schema.Field field : entry.getSchema().getFields()) {
            Object value = entry.get(field.pos());
            if (value != null) {
                json.set(field.name(), node(value));
            }
        }
        return json;
    }

    /** The line that stands for a record of the topic which nobody can read; it reads as no entry. */
    public static ObjectNode unreadable(String why) {
        return JSON.createObjectNode().put("unreadable", why);
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case Boolean flag -> JSON.getNodeFactory().booleanNode(flag);
            case Long number -> JSON.getNodeFactory().numberNode(number);
            default -> JSON.getNodeFactory().stringNode(value.toString());
        };
    }

    /**
     * The entry of such a line.
     *
     * @throws IllegalArgumentException if a field is missing, unknown or of another type; the message names it
     */
    public static AuditEntry entry(JsonNode json) {
        if (json.has("unreadable")) {
            throw new IllegalArgumentException(json.path("unreadable").asString(""));
        }
        AuditEntry entry = new AuditEntry();
        for (Schema.Field field : entry.getSchema().getFields()) {
            entry.put(field.pos(), value(field, json.get(field.name())));
        }
        json.propertyNames().stream()
                .filter(name -> entry.getSchema().getField(name) == null)
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("no entry has a field " + name);
                });
        return entry;
    }

    private static @Nullable Object value(Schema.Field field, @Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            if (field.schema().isNullable()) {
                return null;
            }
            throw new IllegalArgumentException("the field " + field.name() + " is missing");
        }
        try {
            return switch (field.name()) {
                case "sequence" -> json.longValue();
                case "reversible" -> json.booleanValue();
                case "kind" -> AuditKind.valueOf(json.stringValue());
                case "at" -> Instant.parse(json.stringValue());
                default -> json.stringValue();
            };
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the field " + field.name() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
