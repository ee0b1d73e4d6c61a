package io.flyball.platform.publish;

import io.flyball.platform.telemetry.Telemetry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The headers of every record: trace context, and CloudEvents attributes in binary mode. */
public final class EventHeaders {
    private final String source;
    private final Telemetry telemetry;

    /** Headers for records of that service, for example {@code orchestrator}. */
    public EventHeaders(String service, Telemetry telemetry) {
        this.source = "/flyball/" + service;
        this.telemetry = telemetry;
    }

    /** Headers for that record, in the current trace. */
    public Headers of(@Nullable String subject, SpecificRecord record, Instant time) {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id(record));
        put(headers, "ce_source", source);
        put(headers, "ce_type", record.getSchema().getFullName());
        put(headers, "ce_time", time.toString());
        put(headers, "content-type", "application/avro");
        if (subject != null) {
            put(headers, "ce_subject", subject);
        }
        telemetry.inject(headers);
        return headers;
    }

    /** The record's own id; records that are about an action or a run are identified by that. */
    private static String id(SpecificRecord record) {
        String id = Stream.of("id", "actionId", "runId")
                .map(name -> record.getSchema().getField(name))
                .filter(field -> field != null)
                .findFirst()
                .map(field -> text(record, field))
                .orElseGet(() -> record.get(0) instanceof SpecificRecord inner ? id(inner) : "");
        Schema.Field dispatch = record.getSchema().getField("dispatch");
        return dispatch == null ? id : id + "/" + text(record, dispatch);
    }

    private static String text(SpecificRecord record, Schema.Field field) {
        return String.valueOf(record.get(field.pos()));
    }

    private static void put(Headers headers, String key, String value) {
        headers.add(key, value.getBytes(StandardCharsets.UTF_8));
    }
}
