package io.flyball.planner.model;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.concurrent.Callable;

/** One call of a model as a span, in the conventions for generative AI. */
final class ChatSpan {
    private static final AttributeKey<List<String>> FINISH_REASONS =
            AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");

    private final Tracer tracer;
    private final ModelAccess access;
    private final int maxOutputTokens;

    ChatSpan(Tracer tracer, ModelAccess access, int maxOutputTokens) {
        this.tracer = tracer;
        this.access = access;
        this.maxOutputTokens = maxOutputTokens;
    }

    ModelAnswer around(String model, String agent, Callable<ModelAnswer> call) throws Exception {
        Span span = start(model, agent);
        try (Scope _ = span.makeCurrent()) {
            ModelAnswer answer = call.call();
            answered(span, answer);
            return answer;
        } catch (Exception e) {
            span.setStatus(StatusCode.ERROR, String.valueOf(e.getMessage()));
            span.setAttribute("error.type", errorType(e));
            throw e;
        } finally {
            span.end();
        }
    }

    private Span start(String model, String agent) {
        int port = access.baseUrl().getPort();
        return tracer.spanBuilder("chat " + model)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("gen_ai.operation.name", "chat")
                .setAttribute("gen_ai.provider.name", access.provider().label())
                .setAttribute("gen_ai.request.model", model)
                .setAttribute("gen_ai.request.max_tokens", (long) maxOutputTokens)
                .setAttribute("gen_ai.agent.name", agent)
                .setAttribute("server.address", access.baseUrl().getHost())
                .setAttribute("server.port", port < 0 ? 443L : port)
                .startSpan();
    }

    private static void answered(Span span, ModelAnswer answer) {
        Tokens tokens = answer.tokens();
        span.setAttribute("gen_ai.response.id", answer.id())
                .setAttribute("gen_ai.response.model", answer.model())
                .setAttribute(FINISH_REASONS, List.of(answer.stopReason()))
                .setAttribute("gen_ai.usage.input_tokens", tokens.input() + tokens.cacheRead() + tokens.cacheWrite())
                .setAttribute("gen_ai.usage.output_tokens", tokens.output())
                .setAttribute("gen_ai.usage.cache_read.input_tokens", tokens.cacheRead())
                .setAttribute("gen_ai.usage.cache_creation.input_tokens", tokens.cacheWrite());
    }

    private static String errorType(Exception failure) {
        return switch (failure) {
            case ProviderBusy busy -> busy.kind();
            case ProviderRefused refused -> refused.kind();
            default -> failure.getClass().getName();
        };
    }
}
