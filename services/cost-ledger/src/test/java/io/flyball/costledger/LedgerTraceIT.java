package io.flyball.costledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS, NeighbourKind.TRACING})
class LedgerTraceIT {
    @TempDir
    Path folder;

    @Test
    @DisplayName("COST-2 the ledger's entry appears in the run's trace under its own service name, as Zipkin has it")
    void theEntryIsInTheRunsTrace(SharedNeighbours neighbours) throws Exception {
        var telemetry = new Telemetry(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder().build())
                .build());
        try (var ledger = new LedgerUnderTest(neighbours, folder);
                var wire = new RegistryWire(URI.create(neighbours.registryUrl()));
                var planner = new Publisher(
                        Publisher.producer(neighbours.bootstrapServers(), "planner"),
                        wire,
                        new EventHeaders("planner", telemetry),
                        Clock.systemUTC());
                var _ = CostLedgerApplication.start(
                        ledger.settings("ledger-trace-it").toArray(String[]::new))) {
            // Spans of a whole backlog are more than the exporter's queue holds.
            ledger.send(
                    UsageRecords.toolCall("t-0", "before", "t", Instant.now()).build());
            Await.that("the backlog is read").until(() -> ledger.entries("before") == 1);
            var sender = telemetry.inSpan("chat small", SpanKind.CLIENT, Context.root(), () -> {
                planner.send(
                                Topics.USAGE,
                                "ann",
                                UsageRecords.modelCall("t-1", "run-t", 5, Instant.now())
                                        .build())
                        .get(120, TimeUnit.SECONDS);
                return Span.current().getSpanContext();
            });

            Await.that("Zipkin has the ledger's span")
                    .until(() -> trace(neighbours, sender.getTraceId()).contains("record usage"));
            assertThat(trace(neighbours, sender.getTraceId()))
                    .contains("\"serviceName\":\"cost-ledger\"")
                    .contains("\"parentId\":\"" + sender.getSpanId() + "\"")
                    .contains("\"flyball.run.id\":\"run-t\"");
        }
    }

    private static String trace(SharedNeighbours neighbours, String id) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(neighbours.zipkinUrl() + "/api/v2/trace/" + id))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
