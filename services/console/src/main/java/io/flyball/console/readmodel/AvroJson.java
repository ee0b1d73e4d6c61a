package io.flyball.console.readmodel;

import io.flyball.console.door.Json;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A record as the JSON that people's tools read: the same names, but JSON that a field carries as text becomes JSON. */
final class AvroJson {
    private static final String AS_TEXT = "Json";

    private AvroJson() {}

    static Map<String, @Nullable Object> of(SpecificRecord record) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            put(json, field.name(), record.get(field.pos()));
        }
        return json;
    }

    private static void put(Map<String, @Nullable Object> json, String name, @Nullable Object value) {
        if (name.endsWith(AS_TEXT) && value instanceof String text) {
            json.put(name.substring(0, name.length() - AS_TEXT.length()), Json.orText(text));
        } else {
            json.put(name, value(value));
        }
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SpecificRecord record -> of(record);
            case List<?> list -> list.stream().map(AvroJson::value).toList();
            case Enum<?> symbol -> symbol.name();
            case ByteBuffer bytes -> Base64.getEncoder().encodeToString(bytes(bytes));
            case CharSequence text -> text.toString();
            default -> value;
        };
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
