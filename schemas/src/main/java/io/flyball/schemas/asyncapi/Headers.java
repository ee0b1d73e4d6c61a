package io.flyball.schemas.asyncapi;

import static io.flyball.schemas.asyncapi.Yaml.map;

import java.util.Map;

/** The headers that every record carries: the trace it belongs to, and CloudEvents' binary mode. */
final class Headers {

    private Headers() {}

    static Map<String, Object> schema() {
        return map("type", "object", "properties", properties());
    }

    private static Map<String, Object> properties() {
        return map(
                "traceparent", text("W3C trace context: the span that sent the record."),
                "tracestate", text("W3C trace context: what tracing systems added; absent when none did."),
                "ce_specversion", map("type", "string", "const", "1.0", "description", "CloudEvents' version."),
                "ce_id", text("With ce_source unique: the record's own id."),
                "ce_source", text("Who wrote it, for example /flyball/orchestrator."),
                "ce_type", text("The record's full name, for example io.flyball.contract.RunResult."),
                "ce_time", map("type", "string", "format", "date-time", "description", "When it was written."),
                "ce_subject", text("What it is about: the record's key; absent when it has none."),
                "content-type", text("How CloudEvents names the value's format: " + Messages.CONTENT_TYPE + "."));
    }

    private static Map<String, Object> text(String description) {
        return map("type", "string", "description", description);
    }
}
