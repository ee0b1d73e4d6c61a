package io.flyball.notifier.topology;

import io.flyball.notifier.delivery.Answer;
import io.flyball.notifier.message.Message;
import io.flyball.platform.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The notifier's part of a run's trace: a span for each attempt on each channel. */
final class NotifySpans {
    private final Telemetry telemetry;

    NotifySpans(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    CompletableFuture<Answer> around(
            StoredDelivery delivery, String channel, int attempt, Supplier<CompletableFuture<Answer>> work) {
        Span span = start(delivery, channel, attempt);
        // The span is current for this thread alone, and only until the request is under way.
        try (Scope _ = span.makeCurrent()) {
            return work.get().whenComplete((answer, failure) -> end(span, answer, failure));
        } catch (RuntimeException e) {
            end(span, null, e);
            throw e;
        }
    }

    private Span start(StoredDelivery delivery, String channel, int attempt) {
        Message message = delivery.message();
        Span span = telemetry
                .tracer()
                .spanBuilder("notify " + channel)
                .setSpanKind(SpanKind.CLIENT)
                .setParent(Telemetry.fromTraceparent(delivery.traceparent()))
                .setAttribute("flyball.notification.id", message.id())
                .setAttribute("flyball.notification.kind", message.kind().name())
                .setAttribute("flyball.notification.attempt", attempt)
                .startSpan();
        if (message.runId() != null) {
            span.setAttribute("flyball.run.id", message.runId());
        }
        return span;
    }

    private static void end(
            Span span,
            @org.jspecify.annotations.Nullable Answer answer,
            @org.jspecify.annotations.Nullable Throwable failure) {
        switch (answer) {
            case Answer.Accepted _ -> span.setStatus(StatusCode.OK);
            case Answer.NotNow notNow -> span.setStatus(StatusCode.ERROR, notNow.reason());
            case Answer.Never never -> span.setStatus(StatusCode.ERROR, never.reason());
            case null -> span.setStatus(StatusCode.ERROR, String.valueOf(failure));
        }
        span.end();
    }
}
