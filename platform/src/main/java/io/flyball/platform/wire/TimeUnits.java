package io.flyball.platform.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Avro reads a long as a long: a time that was written in microseconds comes out a thousand times too large where milliseconds
 * are read. Where both schemas say their unit, the number can be converted.
 */
final class TimeUnits {
    private TimeUnits() {}

    /**
     * By how much each time is to be divided, by the position of its field.
     *
     * @return empty if all units are the same, or not said
     */
    static Map<Integer, Long> divisors(Schema written, Schema read) {
        Map<Integer, Long> divisors = new HashMap<>();
        for (Schema.Field field : read.getFields()) {
            Schema.Field from = written.getField(field.name());
            if (from != null && isMillis(field.schema())) {
                long divisor = perMilli(from.schema());
                if (divisor > 1) {
                    divisors.put(field.pos(), divisor);
                }
            }
        }
        return Map.copyOf(divisors);
    }

    private static boolean isMillis(Schema schema) {
        return branches(schema).stream()
                .anyMatch(branch -> branch.getLogicalType() instanceof LogicalTypes.TimestampMillis);
    }

    private static long perMilli(Schema schema) {
        return branches(schema).stream()
                .mapToLong(branch -> perMilli(branch.getLogicalType()))
                .max()
                .orElse(1);
    }

    private static long perMilli(@org.jspecify.annotations.Nullable LogicalType unit) {
        return switch (unit) {
            case LogicalTypes.TimestampMicros _ -> 1_000;
            case LogicalTypes.TimestampNanos _ -> 1_000_000;
            case null, default -> 1;
        };
    }

    private static List<Schema> branches(Schema schema) {
        return schema.isUnion() ? schema.getTypes() : List.of(schema);
    }
}
