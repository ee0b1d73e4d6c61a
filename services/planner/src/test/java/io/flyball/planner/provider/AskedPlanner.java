package io.flyball.planner.provider;

import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.PriceBook;
import io.flyball.planner.model.Account;
import io.flyball.planner.model.ApiKey;
import io.flyball.planner.model.ModelAccess;
import io.flyball.planner.model.ModelCall;
import io.flyball.planner.model.ModelPlan;
import io.flyball.planner.model.ModelPlanner;
import io.flyball.planner.model.ModelProperties;
import io.flyball.planner.model.StopGate;
import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.PastTurn;
import io.flyball.planner.plan.Remaining;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.prompt.PromptLibrary;
import io.flyball.planner.tools.AgentTools;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopState;
import io.flyball.secrets.SecretFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The model planner as it is put together, asking a provider that a test has written. */
public final class AskedPlanner implements AutoCloseable {
    public static final Catalogue CATALOGUE = Catalogue.load(Path.of("../../catalogue"));
    static final AgentTools TOOLS =
            new AgentTools(CATALOGUE, CATALOGUE.agent("service-restorer").orElseThrow());

    public final InMemorySpanExporter spans = InMemorySpanExporter.create();
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final List<ModelCall> paid = new ArrayList<>();
    public volatile StopState stop = new StopState.Clear();
    public final ModelPlanner planner;
    Account account = paid::add;
    Duration time = Duration.ofSeconds(30);
    List<PastTurn> turns = List.of();
    AgentTools tools = TOOLS;
    String goal = "bring shop back";
    Map<String, String> labels = Map.of("service", "shop");
    int llmCalls = 10;

    public AskedPlanner(WireFormat format, URI address) {
        this(format, address, "sk-test-0123456789");
    }

    public AskedPlanner(WireFormat format, URI address, String key) {
        ModelProperties properties = new ModelProperties(
                format.provider,
                address,
                Map.of(),
                new ApiKey(format == WireFormat.ANTHROPIC ? key : ""),
                new ApiKey(format == WireFormat.OPENAI ? key : ""),
                null,
                Duration.ofSeconds(20),
                2048,
                3,
                Duration.ofMillis(20),
                Duration.ofSeconds(2));
        ModelAccess access = properties.access().orElseThrow();
        var tracing = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build();
        StopGate gate = new StopGate(new Guard(), Clock.systemUTC(), Duration.ofMillis(20));
        planner = ModelPlanner.of(
                access,
                Providers.model(access, properties),
                properties,
                new SecretFilter(new byte[] {1}),
                gate,
                PriceBook.load(CATALOGUE.directory()),
                tracing.get("test"),
                meters,
                Clock.systemUTC());
    }

    ModelPlan plan() {
        return planner.plan(
                situation(),
                tools,
                PromptLibrary.load(CATALOGUE).of("service-restorer").orElseThrow(),
                account);
    }

    Situation situation() {
        return new Situation(
                "r1:p1.1",
                "r1",
                "service-restorer",
                "production",
                turns.size() + 1,
                goal,
                Map.of(),
                false,
                new AlertFacts(
                        "ServiceUnavailable",
                        "shop",
                        "critical",
                        "alertmanager",
                        false,
                        labels,
                        Map.of(),
                        Instant.EPOCH),
                turns,
                List.of(),
                new Remaining(10, llmCalls, 20, 50_000, 500_000, 300_000),
                List.of(),
                List.of(),
                Instant.now().plus(time));
    }

    private final class Guard implements StopGuard {
        @Override
        public StopState check(Collection<KillSwitch> switches) {
            return stop;
        }
    }

    @Override
    public void close() {
        planner.close();
    }
}
