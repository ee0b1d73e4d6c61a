package io.flyball.platform.publish;

import io.flyball.platform.telemetry.Telemetry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The headers of every record: trace context, and CloudEvents attributes in binary mode. */
public final class EventHeaders {
    private static final byte[] SPEC_VERSION = bytes("1.0");
    private static final byte[] CONTENT_TYPE = bytes("application/avro");

    private final byte[] source;
    private final Telemetry telemetry;
    private final Map<Schema, Shape> shapes = new ConcurrentHashMap<>();

    /** Headers for records of that service, for example {@code orchestrator}. */
    public EventHeaders(String service, Telemetry telemetry) {
        this.source = bytes("/flyball/" + service);
        this.telemetry = telemetry;
    }

    /** Headers for that record, in the current trace. */
    public Headers of(@Nullable String subject, SpecificRecord record, Instant time) {
        Shape shape = shape(record);
        Headers headers = new RecordHeaders();
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_id", bytes(id(record, shape)));
        headers.add("ce_source", source);
        headers.add("ce_type", shape.type());
        headers.add("ce_time", bytes(time.toString()));
        headers.add("content-type", CONTENT_TYPE);
        if (subject != null) {
            headers.add("ce_subject", bytes(subject));
        }
        telemetry.inject(headers);
        return headers;
    }

    /** The record's own id; records that are about an action or a run are identified by that. */
    private String id(SpecificRecord record, Shape shape) {
        String id = shape.id() >= 0
                ? String.valueOf(record.get(shape.id()))
                : record.get(0) instanceof SpecificRecord inner ? id(inner, shape(inner)) : "";
        return shape.dispatch() < 0 ? id : id + "/" + record.get(shape.dispatch());
    }

    private Shape shape(SpecificRecord record) {
        return shapes.computeIfAbsent(record.getSchema(), Shape::of);
    }

    /**
     * What is the same for all records of a schema.
     *
     * @param id position of the field that identifies a record, -1 if there is none
     * @param dispatch position of the field that counts how often it was sent, -1 if there is none
     */
    private record Shape(byte[] type, int id, int dispatch) {
        static Shape of(Schema schema) {
            int id = position(schema, "id");
            int action = position(schema, "actionId");
            return new Shape(
                    bytes(schema.getFullName()),
                    id >= 0 ? id : action >= 0 ? action : position(schema, "runId"),
                    position(schema, "dispatch"));
        }

        private static int position(Schema schema, String name) {
            Schema.Field field = schema.getField(name);
            return field == null ? -1 : field.pos();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
