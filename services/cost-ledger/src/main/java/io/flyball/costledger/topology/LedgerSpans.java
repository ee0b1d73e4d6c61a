package io.flyball.costledger.topology;

import io.flyball.contract.Usage;
import io.flyball.costledger.ledger.Decision;
import io.flyball.platform.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The ledger's part of a run's trace: a span for each usage record, below the one that used. */
final class LedgerSpans {
    private final Telemetry telemetry;

    LedgerSpans(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    void around(Usage usage, Headers headers, Supplier<Decision> work) {
        Span span = telemetry
                .tracer()
                .spanBuilder("record usage")
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(telemetry.extract(headers))
                .setAttribute("flyball.usage.id", usage.getId())
                .startSpan();
        describe(span, "flyball.run.id", usage.getRunId());
        describe(span, "gen_ai.agent.name", usage.getAgent());
        describe(span, "gen_ai.provider.name", usage.getProvider());
        describe(span, "gen_ai.request.model", usage.getModel());
        describe(span, "gen_ai.tool.name", usage.getTool());
        try (Scope _ = span.makeCurrent()) {
            describe(span, work.get());
        } finally {
            span.end();
        }
    }

    private static void describe(Span span, Decision decision) {
        switch (decision) {
            case Decision.Recorded recorded ->
                span.setAttribute("flyball.ledger.outcome", "recorded")
                        .setAttribute("flyball.cost.micros", recorded.amount().costMicros());
            case Decision.Repeated _ -> span.setAttribute("flyball.ledger.outcome", "repeated");
            case Decision.Refused refused ->
                span.setAttribute("flyball.ledger.outcome", "refused")
                        .setAttribute("flyball.ledger.reason", refused.why());
        }
    }

    private static void describe(Span span, String attribute, @Nullable String value) {
        if (value != null) {
            span.setAttribute(attribute, value);
        }
    }
}
