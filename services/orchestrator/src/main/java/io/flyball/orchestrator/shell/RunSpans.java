package io.flyball.orchestrator.shell;

import io.flyball.contract.RunAdmission;
import io.flyball.platform.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;

/**
 * The orchestrator's part of a run's trace. Every run is a trace of its own, linked to the request that raised its alert,
 * because one request may bring many alerts. A specialist's run is part of its parent's trace.
 */
final class RunSpans {
    private final Telemetry telemetry;

    RunSpans(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** The run's own span; the work gets it as a traceparent to be kept. */
    void open(RunAdmission admission, Headers incoming, Consumer<String> work) {
        var cause = Span.fromContext(telemetry.extract(incoming)).getSpanContext();
        SpanBuilder builder = telemetry
                .tracer()
                .spanBuilder("invoke_agent " + admission.getAgent())
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("gen_ai.operation.name", "invoke_agent")
                .setAttribute("gen_ai.agent.name", admission.getAgent())
                .setAttribute("flyball.run.id", admission.getRunId())
                .setAttribute("deployment.environment.name", admission.getEnvironment());
        if (admission.getParent() != null && cause.isValid()) {
            builder.setParent(telemetry.extract(incoming));
        } else if (cause.isValid()) {
            builder.setNoParent().addLink(cause).setAttribute("flyball.alert.trace_id", cause.getTraceId());
        }
        if (!cause.isValid()) {
            builder.setNoParent();
        }
        within(builder, () -> work.accept(Telemetry.currentTraceparent()));
    }

    /** A transition that a record brought; its parent is the record's sender. */
    void continueFrom(Headers incoming, String traceparent, String what, String runId, Runnable work) {
        Context sender = telemetry.extract(incoming);
        boolean known = Span.fromContext(sender).getSpanContext().isValid();
        within(transition(known ? sender : Telemetry.fromTraceparent(traceparent), what, runId), work);
    }

    /** A transition that time or a stop brought; its parent is the run itself. */
    void resume(String traceparent, String what, String runId, Runnable work) {
        within(transition(Telemetry.fromTraceparent(traceparent), what, runId), work);
    }

    private SpanBuilder transition(Context parent, String what, String runId) {
        return telemetry
                .tracer()
                .spanBuilder("orchestrate " + what)
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("flyball.run.id", runId);
    }

    private static void within(SpanBuilder builder, Runnable work) {
        Span span = builder.startSpan();
        try (Scope _ = span.makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
    }
}
