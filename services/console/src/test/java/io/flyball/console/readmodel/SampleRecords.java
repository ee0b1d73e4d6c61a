package io.flyball.console.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Fills a record with the plainest values that its schema allows, also when fields are added later. */
final class SampleRecords {
    private SampleRecords() {}

    static SpecificRecord fill(SpecificRecord record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            record.put(field.pos(), value(field.schema()));
        }
        return record;
    }

    private static Object value(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> schema.isNullable() ? null : value(schema.getTypes().getFirst());
            case STRING -> "{}";
            case INT -> 1;
            case LONG -> schema.getLogicalType() == null ? (Object) 1L : Instant.EPOCH;
            case DOUBLE -> 0.5;
            case BOOLEAN -> false;
            case ARRAY -> List.of();
            case MAP -> Map.of();
            case ENUM -> SpecificData.get().getClass(schema).getEnumConstants()[0];
            case RECORD -> fill(fresh(schema));
            default -> throw new IllegalArgumentException("no sample for " + schema);
        };
    }

    private static SpecificRecord fresh(Schema schema) {
        return (SpecificRecord) SpecificData.get().newRecord(null, schema);
    }
}
