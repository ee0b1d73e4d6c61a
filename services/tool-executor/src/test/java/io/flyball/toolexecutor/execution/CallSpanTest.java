package io.flyball.toolexecutor.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.ToolEffect;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.secrets.SecretFilter;
import io.flyball.toolexecutor.execution.CallResult.Status;
import io.flyball.toolexecutor.secrets.SecretStore;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CallSpanTest {
    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    private final List<SpanData> spans = new CopyOnWriteArrayList<>();
    private final Results results = new Results(new SecretFilter(new byte[] {1}), SecretStore.none(), "executor");

    @Test
    @DisplayName("OBS-1 a call has a span execute_tool in the GenAI conventions")
    void inTheGenAiConventions() throws Exception {
        new CallSpan(telemetry()).around(call(), () -> results.described(call(), "would", NOW));

        SpanData span = spans.getFirst();
        assertThat(span.getName()).isEqualTo("execute_tool run_command");
        assertThat(text(span, "gen_ai.operation.name")).isEqualTo("execute_tool");
        assertThat(text(span, "gen_ai.tool.name")).isEqualTo("run_command");
        assertThat(text(span, "gen_ai.tool.call.id")).isEqualTo("action");
        assertThat(text(span, "flyball.run.id")).isEqualTo("run");
        assertThat(text(span, "flyball.tool.status")).isEqualTo("DRY_RUN");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    @DisplayName("OBS-1 a call that went wrong marks its span")
    void marksFailures() throws Exception {
        new CallSpan(telemetry())
                .around(call(), () -> results.neverStarted(call(), Status.REFUSED, "not listed", null, NOW));

        assertThat(spans.getFirst().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(text(spans.getFirst(), "error.type")).isEqualTo("REFUSED");
    }

    private static String text(SpanData span, String key) {
        return span.getAttributes().get(AttributeKey.stringKey(key));
    }

    private static Call call() {
        return new Call(
                "action",
                "run",
                "default",
                "kim",
                "tester",
                "production",
                1,
                "run_command",
                "{}",
                null,
                ToolEffect.READ,
                true,
                "why",
                false,
                "hash",
                "verdict",
                "policy",
                null,
                1,
                NOW,
                NOW,
                List.of(),
                List.of(),
                null);
    }

    private Telemetry telemetry() {
        return new Telemetry(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(new Collect()))
                        .build())
                .build());
    }

    private final class Collect implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
