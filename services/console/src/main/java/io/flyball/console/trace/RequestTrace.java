package io.flyball.console.trace;

import io.flyball.platform.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives a request that changes something its span, as the trace of what it sets going begins here. Where the javaagent has
 * made one, that one is taken. Handlers run on other threads, so they get the context as a request attribute.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestTrace implements WebFilter {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int FIRST_SERVER_ERROR = 500;

    private final Telemetry telemetry;

    RequestTrace(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (Span.current().getSpanContext().isValid()
                || READING.contains(exchange.getRequest().getMethod())) {
            exchange.getAttributes().put(TraceOfRequest.ATTRIBUTE, Context.current());
            return chain.filter(exchange);
        }
        Context parent = W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), exchange.getRequest().getHeaders(), HeaderGetter.INSTANCE);
        String method = exchange.getRequest().getMethod().name();
        Span span = telemetry
                .tracer()
                .spanBuilder(method)
                .setSpanKind(SpanKind.SERVER)
                .setParent(parent)
                .setAttribute("http.request.method", method)
                .setAttribute("url.path", exchange.getRequest().getPath().value())
                .startSpan();
        exchange.getAttributes().put(TraceOfRequest.ATTRIBUTE, parent.with(span));
        return chain.filter(exchange).doOnError(span::recordException).doFinally(_ -> end(span, method, exchange));
    }

    private static void end(Span span, String method, ServerWebExchange exchange) {
        Object route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (route != null) {
            span.updateName(method + " " + route);
            span.setAttribute("http.route", route.toString());
        }
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        if (status != null) {
            span.setAttribute("http.response.status_code", status.value());
            if (status.value() >= FIRST_SERVER_ERROR) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        span.end();
    }

    private enum HeaderGetter implements TextMapGetter<HttpHeaders> {
        INSTANCE;

        @Override
        public Iterable<String> keys(HttpHeaders headers) {
            return headers.headerNames();
        }

        @Override
        public @Nullable String get(@Nullable HttpHeaders headers, String key) {
            return headers == null ? null : headers.getFirst(key);
        }
    }
}
