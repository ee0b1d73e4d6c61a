package io.flyball.platform.log;

import io.flyball.schemas.WorkFields;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What the record that this thread works on is about, in each line that is logged until the fields are closed. */
public final class LogFields implements AutoCloseable {
    private final List<String> put = new ArrayList<>();

    private LogFields() {}

    /** Those that the record has; none of a record that only says that a key is gone. */
    public static LogFields of(@Nullable SpecificRecord record) {
        var fields = new LogFields();
        if (record == null) {
            return fields;
        }
        WorkFields.IN_LOGS.forEach((field, name) -> {
            Schema.Field found = record.getSchema().getField(field);
            Object value = found == null ? null : record.get(found.pos());
            if (value != null) {
                MDC.put(name, value.toString());
                fields.put.add(name);
            }
        });
        return fields;
    }

    @Override
    public void close() {
        put.forEach(MDC::remove);
    }
}
