package io.flyball.planner;

import static io.flyball.planner.PlannerUnderTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ErrorClass;
import io.flyball.contract.PlanDecision;
import io.flyball.contract.PlanDecisionKind;
import io.flyball.contract.Usage;
import io.flyball.contract.UsageKind;
import io.flyball.localstack.NeighbourKind;
import io.flyball.planner.provider.StandInProvider;
import io.flyball.planner.provider.WireFormat;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import io.opentelemetry.api.trace.SpanContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS, NeighbourKind.TRACING})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelPlannerIT {
    private static final String ASK =
            "{\"question\":\"Which?\",\"reasoning\":\"unsure\",\"confidence\":0.5,\"complexity\":2}";

    private final StandInProvider provider = new StandInProvider();
    private PlannerUnderTest planner;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start(SharedNeighbours neighbours, @TempDir Path folder) {
        planner = new PlannerUnderTest(neighbours, folder);
        service = planner.start(
                "--flyball.planner.provider=anthropic",
                "--flyball.planner.base-url=" + provider.address(""),
                "--flyball.planner.anthropic-api-key=sk-it",
                "--flyball.planner.attempts=2",
                "--flyball.planner.first-wait=20ms",
                "--flyball.planner.stop-look-every=100ms");
    }

    @AfterAll
    void stop() {
        service.close();
        planner.close();
        provider.close();
    }

    private static String run() {
        return UUID.randomUUID().toString();
    }

    @Test
    @DisplayName("PLN-1 COST-1 a model decides; its call is usage of the principal and a span of the run's trace")
    void modelDecides() throws Exception {
        String run = run();
        provider.replies(WireFormat.ANTHROPIC.calls("ask", ASK));
        SpanContext asked = planner.ask(request(run, 1).build());

        PlanDecision decision = planner.decisionOf(run);
        assertThat(decision.getDecision()).isEqualTo(PlanDecisionKind.ASK);
        assertThat(decision.getDecidedBy().getPlanner()).isEqualTo("model");
        assertThat(decision.getDecidedBy().getModel()).isEqualTo("claude-opus-4-8");
        assertThat(decision.getLlmCalls()).isEqualTo(1);
        assertThat(decision.getCostMicros()).isPositive();

        Await.that("its usage").until(() -> !usageOf(run).isEmpty());
        Usage usage = usageOf(run).getFirst();
        assertThat(planner.usage.keyOf(usage)).isEqualTo("alertmanager");
        assertThat(usage.getKind()).isEqualTo(UsageKind.MODEL_CALL);
        assertThat(usage.getTokens()).isEqualTo(decision.getTokens());

        Await.that("Zipkin has the call")
                .until(() -> planner.trace(asked.getTraceId()).contains("chat claude-opus-4-8"));
        assertThat(planner.trace(asked.getTraceId()))
                .contains("\"gen_ai.operation.name\":\"chat\"", "\"gen_ai.usage.output_tokens\":\"50\"");
    }

    private List<Usage> usageOf(String run) {
        return planner.usage.all().stream()
                .filter(usage -> run.equals(usage.getRunId()))
                .toList();
    }

    @Test
    @DisplayName("PLN-2 a provider that is out leaves the decision to the runbook")
    void providerIsOut() throws Exception {
        String run = run();
        provider.replies(529, Map.of(), "{}").replies(529, Map.of(), "{}");
        planner.ask(request(run, 1).build());

        assertThat(planner.decisionOf(run).getDecidedBy()).satisfies(by -> {
            assertThat(by.getRunbook()).isEqualTo("service-unavailable");
            assertThat(by.getWhy()).startsWith("fallback: the provider is out: 529");
        });
    }

    @Test
    @DisplayName("STOP-2 while the stop is on the request waits without a call; it goes on after the release")
    void requestWaitsForTheStop() throws Exception {
        String run = run();
        int before = provider.asked().size();
        planner.stop(true);
        planner.ask(request(run, 1).build());
        Await.that("nothing is asked for a while")
                .during(Duration.ofSeconds(1))
                .until(() -> provider.asked().size() == before
                        && planner.decisionsOf(run).isEmpty());

        provider.replies(WireFormat.ANTHROPIC.calls("ask", ASK));
        planner.stop(false);
        assertThat(planner.decisionOf(run).getDecision()).isEqualTo(PlanDecisionKind.ASK);
    }

    @Test
    @DisplayName("STOP-2 RUN-7 a stop that outlasts the deadline is answered as a passing error")
    void stopOutlastsTheDeadline() throws Exception {
        String run = run();
        planner.stop(true);
        try {
            planner.ask(request(run, 1)
                    .setDeadline(Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS))
                    .build());
            assertThat(planner.decisionOf(run).getError().getErrorClass()).isEqualTo(ErrorClass.TRANSIENT);
        } finally {
            planner.stop(false);
        }
    }
}
