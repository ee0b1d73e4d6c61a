package io.flyball.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.flyball.contract.TokenCount;
import io.flyball.contract.Usage;
import io.flyball.contract.UsageKind;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogFieldsTest {
    @Test
    @DisplayName(
            "OBS-4 a line in JSON tells run, step and agent of the record that was worked on, and the trace and span that it belongs to")
    void inside() {
        Span span = SdkTracerProvider.builder()
                .build()
                .get("test")
                .spanBuilder("work")
                .startSpan();
        try (LogFields _ = LogFields.of(usage());
                Scope _ = span.makeCurrent()) {
            JsonNode line = logged();
            assertThat(text(line, "message")).isEqualTo("something was done");
            assertThat(text(line, "flyball", "run")).isEqualTo("run-7");
            assertThat(text(line, "flyball", "step")).isEqualTo("3");
            assertThat(text(line, "flyball", "agent")).isEqualTo("keeper");
            assertThat(text(line, "trace", "id"))
                    .isEqualTo(span.getSpanContext().getTraceId());
            assertThat(text(line, "span", "id")).isEqualTo(span.getSpanContext().getSpanId());
        }
    }

    @Test
    @DisplayName("OBS-4 afterwards nothing of it is left for the next line of this thread")
    void afterwards() {
        LogFields.of(usage()).close();

        assertThat(MDC.getCopyOfContextMap())
                .satisfiesAnyOf(
                        it -> assertThat(it).isNull(), it -> assertThat(it).isEmpty());
        assertThat(logged().toString()).doesNotContain("flyball").doesNotContain("trace");
    }

    @Test
    @DisplayName("SEC-5 no secret is in a line in JSON: not in its message, its fields or its stack trace")
    void secrets() {
        String secret = "Tr0ub4dor-and-3-horses";
        MDC.put("given", "password=" + secret);
        try {
            var failure = new IllegalStateException(
                    "postgres://shop:" + secret + "@db/shop", new Exception("token=" + secret));
            assertThat(logged("login failed: password=" + secret, failure).toString())
                    .doesNotContain(secret)
                    .contains("[secret:")
                    .contains("login failed");
        } finally {
            MDC.remove("given");
        }
    }

    private static JsonNode logged() {
        return logged("something was done", null);
    }

    /** As Boot writes it with logging.structured.format.console=ecs. */
    private static JsonNode logged(String message, @Nullable Throwable failure) {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putObject(Environment.class.getName(), new StandardEnvironment());
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.start();
        var event = new LoggingEvent("test", context.getLogger("test"), Level.INFO, message, failure, null);
        var fields = MDC.getCopyOfContextMap();
        event.setMDCPropertyMap(fields == null ? java.util.Map.of() : fields);
        return new JsonMapper().readTree(new String(encoder.encode(event), StandardCharsets.UTF_8));
    }

    /** ECS may be written with dots or nested; both are the same to whoever reads it. */
    private static String text(JsonNode line, String... path) {
        JsonNode dotted = line.path(String.join(".", path));
        JsonNode nested = line;
        for (String step : path) {
            nested = nested.path(step);
        }
        return dotted.isMissingNode() ? nested.asString("") : dotted.asString("");
    }

    private static Usage usage() {
        return Usage.newBuilder()
                .setId("usage-1")
                .setKind(UsageKind.MODEL_CALL)
                .setRunId("run-7")
                .setTenant("default")
                .setPrincipal("system")
                .setAgent("keeper")
                .setEnvironment("staging")
                .setStep(3)
                .setProvider("anthropic")
                .setModel("some-model")
                .setTokens(new TokenCount(1L, 1L, 0L, 0L))
                .setDurationMillis(1)
                .setUsedAt(Instant.EPOCH)
                .build();
    }
}
