package io.flyball.orchestrator.shell;

import java.util.Collection;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** How much text a record carries, without encoding it. */
final class Texts {
    private Texts() {}

    /** The characters of all texts in it, however deep. */
    static int characters(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> text.length();
            case IndexedRecord record -> ofFields(record);
            case Collection<?> items ->
                items.stream().mapToInt(Texts::characters).sum();
            case Map<?, ?> entries -> characters(entries.keySet()) + characters(entries.values());
            case null, default -> 0;
        };
    }

    private static int ofFields(IndexedRecord record) {
        int sum = 0;
        for (int i = 0; i < record.getSchema().getFields().size(); i++) {
            sum += characters(record.get(i));
        }
        return sum;
    }
}
