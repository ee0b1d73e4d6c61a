package io.flyball.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.RunRequest;
import io.flyball.platform.wire.LocalWire;
import io.flyball.platform.wire.RecordSizes;
import io.flyball.schemas.Topics;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkTest {
    private static final ContextKey<String> RUN = ContextKey.named("run");

    private final List<@Nullable String> sentFor = new ArrayList<>();
    private final Work work = new Work(noting(), new LocalWire(), new RecordSizes());

    @Test
    @DisplayName("OBS-1 what waits until all of it is possible is sent in the trace in which it was said")
    void keepsTheTrace() {
        say("run-1");
        say("run-2");
        assertThat(sentFor).isEmpty();

        work.finish();

        assertThat(sentFor).containsExactly("run-1", "run-2");
        assertThat(Context.current().get(RUN)).isNull();
    }

    private void say(String run) {
        try (Scope _ = Context.current().with(RUN, run).makeCurrent()) {
            work.forward(new Record<>(run, request(run), 0), StreamEnds.sinkName(Topics.RUN_REQUESTS));
        }
    }

    private static RunRequest request(String run) {
        return RunRequest.newBuilder()
                .setRunId(run)
                .setPrincipal("ann")
                .setAgent("a")
                .setGoal("g")
                .setEnvironment("staging")
                .setRequestedAt(Instant.EPOCH)
                .build();
    }

    /** Whoever instruments Kafka's client sees at this moment what goes on. A proxy, since no class can bind a type to an array. */
    @SuppressWarnings("unchecked")
    private ProcessorContext<String, byte[]> noting() {
        return (ProcessorContext<String, byte[]>) Proxy.newProxyInstance(
                WorkTest.class.getClassLoader(), new Class<?>[] {ProcessorContext.class}, (_, method, _) -> {
                    assertThat(method.getName()).isEqualTo("forward");
                    sentFor.add(Context.current().get(RUN));
                    return null;
                });
    }
}
