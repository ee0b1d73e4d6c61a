package io.flyball.toolexecutor.execution;

import io.micrometer.core.instrument.MeterRegistry;

/** How long tools take, how they end, and how often the secret filter had to step in. */
final class ToolMeters {
    private final MeterRegistry registry;

    ToolMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Call call, CallResult result) {
        registry.timer(
                        "agent.tool.duration",
                        "tool",
                        call.tool(),
                        "status",
                        result.status().name())
                .record(result.duration());
        result.secrets()
                .forEach(kind -> registry.counter("agent.secrets.replaced", "kind", kind, "tool", call.tool())
                        .increment());
    }
}
