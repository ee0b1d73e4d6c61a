package io.flyball.platform.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Spans and their way through record headers and stored state. */
public final class Telemetry {
    private static final String TRACEPARENT = "traceparent";
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;

    public Telemetry(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("io.flyball");
    }

    /** The tracer for spans that need more than this class offers. */
    public Tracer tracer() {
        return tracer;
    }

    /** The context that came with a record; the root context if none came. */
    public Context extract(Headers headers) {
        return W3C.extract(Context.root(), headers, HeaderGetter.INSTANCE);
    }

    /** Puts the current context into the headers, in place of any that is there. */
    public void inject(Headers headers) {
        W3C.inject(Context.current(), headers, HeaderSetter.INSTANCE);
    }

    /** The current context as a {@code traceparent}, to be kept in state; empty if there is no span. */
    public static String currentTraceparent() {
        java.util.HashMap<String, String> carrier = new java.util.HashMap<>();
        W3C.inject(Context.current(), carrier, (map, key, value) -> {
            if (map != null) {
                map.put(key, value);
            }
        });
        return carrier.getOrDefault(TRACEPARENT, "");
    }

    /** The context that a stored {@code traceparent} names; the root context if it is empty. */
    public static Context fromTraceparent(String traceparent) {
        return W3C.extract(Context.root(), Map.of(TRACEPARENT, traceparent), MapGetter.INSTANCE);
    }

    /** Runs the work inside a new span with that parent; a failure marks the span and goes on to the caller. */
    public <T> T inSpan(String name, SpanKind kind, Context parent, Callable<T> work) throws Exception {
        Span span = tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
        try (Scope _ = span.makeCurrent()) {
            return work.call();
        } catch (Exception e) {
            span.setStatus(StatusCode.ERROR, String.valueOf(e.getMessage()));
            span.recordException(e);
            throw e;
        } finally {
            span.end();
        }
    }

    private enum HeaderGetter implements TextMapGetter<Headers> {
        INSTANCE;

        @Override
        public Iterable<String> keys(Headers headers) {
            return StreamSupport.stream(headers.spliterator(), false)
                    .map(Header::key)
                    .toList();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String key) {
            Header header = headers == null ? null : headers.lastHeader(key);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    }

    private enum HeaderSetter implements TextMapSetter<Headers> {
        INSTANCE;

        @Override
        public void set(@Nullable Headers headers, String key, String value) {
            if (headers != null) {
                headers.remove(key);
                headers.add(key, value.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private enum MapGetter implements TextMapGetter<Map<String, String>> {
        INSTANCE;

        @Override
        public Iterable<String> keys(Map<String, String> map) {
            return map.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> map, String key) {
            return map == null ? null : map.get(key);
        }
    }
}
