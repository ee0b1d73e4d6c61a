package io.flyball.platform.telemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.exporter.zipkin.ZipkinSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where spans go: to the javaagent where one is attached, else to an SDK of the service's own. */
public final class OpenTelemetrySource {
    private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

    private OpenTelemetrySource() {}

    /**
     * The source for that service. Several services in one JVM each get their own, so that each keeps its name in traces.
     *
     * @param zipkin root of the tracing back end; without it, and without an agent, spans are made but go nowhere
     */
    public static OpenTelemetry of(String service, @Nullable URI zipkin) {
        return agentIsAttached() ? GlobalOpenTelemetry.get() : sdk(service, zipkin);
    }

    private static boolean agentIsAttached() {
        try {
            Class.forName("io.opentelemetry.javaagent.OpenTelemetryAgent", false, ClassLoader.getSystemClassLoader());
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }

    private static OpenTelemetrySdk sdk(String service, @Nullable URI zipkin) {
        var provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault().toBuilder()
                        .put(SERVICE_NAME, service)
                        .build());
        if (zipkin != null) {
            var exporter = ZipkinSpanExporter.builder()
                    .setEndpoint(zipkin + "/api/v2/spans")
                    .build();
            provider.addSpanProcessor(BatchSpanProcessor.builder(exporter)
                    .setScheduleDelay(Duration.ofMillis(500))
                    // A burst, such as a backlog, must not cost spans.
                    .setMaxQueueSize(20_000)
                    .build());
        }
        return OpenTelemetrySdk.builder().setTracerProvider(provider.build()).build();
    }
}
