package io.flyball.toolexecutor.execution;

import io.flyball.platform.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.concurrent.Callable;

/** The span of a call, in the GenAI conventions. */
final class CallSpan {
    private final Telemetry telemetry;

    CallSpan(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** Runs the work inside {@code execute_tool <tool>}. */
    void around(Call call, Callable<CallResult> work) throws Exception {
        telemetry.inSpan("execute_tool " + call.tool(), SpanKind.INTERNAL, Context.current(), () -> {
            Span span = Span.current();
            describe(span, call);
            CallResult result = work.call();
            end(span, result);
            return result;
        });
    }

    private static void describe(Span span, Call call) {
        span.setAttribute("gen_ai.operation.name", "execute_tool");
        span.setAttribute("gen_ai.tool.name", call.tool());
        span.setAttribute("gen_ai.tool.type", "function");
        span.setAttribute("gen_ai.tool.call.id", call.actionId());
        span.setAttribute("gen_ai.agent.name", call.agent());
        span.setAttribute("flyball.run.id", call.runId());
        span.setAttribute("flyball.step", call.step());
        span.setAttribute("flyball.effect", call.effect().name());
    }

    private static void end(Span span, CallResult result) {
        span.setAttribute("flyball.tool.status", result.status().name());
        if (result.error() != null) {
            span.setAttribute("error.type", result.status().name());
            span.setStatus(StatusCode.ERROR, result.error());
        }
    }
}
