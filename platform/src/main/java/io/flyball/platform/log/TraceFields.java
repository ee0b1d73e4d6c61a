package io.flyball.platform.log;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** The trace and the span in which a line was logged, as ECS calls them; for logs in JSON. */
final class TraceFields implements StructuredLoggingJsonMembersCustomizer<Object> {
    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.add("trace.id", _ -> current().getTraceId()).when(_ -> current().isValid());
        members.add("span.id", _ -> current().getSpanId()).when(_ -> current().isValid());
    }

    private static SpanContext current() {
        return Span.current().getSpanContext();
    }
}
