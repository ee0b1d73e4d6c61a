package io.flyball.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.RunEvent;
import io.flyball.contract.RunOpened;
import io.flyball.localstack.NeighbourKind;
import io.flyball.orchestrator.run.RunIds;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.topics.SchemaRegistrar;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.RunHistory;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Two orchestrators and a schedule that fires every second; each of the two goes away once. */
@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
class SchedulesIT {
    private static final int MORE = 3;

    @TempDir
    private Path directory;

    private final String agent = "beat-" + System.nanoTime();
    private final ConcurrentLinkedQueue<String> opened = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void catalogue(SharedNeighbours neighbours) throws IOException {
        new TopicProvisioner(TopicCatalogue.load(), 1, 1).provision(neighbours.bootstrapServers());
        new SchemaRegistrar(TopicCatalogue.load()).register(URI.create(neighbours.registryUrl()));
        Files.createDirectories(directory.resolve("catalogue/tools"));
        Path agents = Files.createDirectories(directory.resolve("catalogue/agents"));
        Files.writeString(agents.resolve(agent + ".yaml"), """
                name: %s
                purpose: Runs every second.
                modelTier: simple
                tools: []
                schedules:
                  - {name: beat, cron: "* * * * * *", goal: look, environment: production}
                """.formatted(agent));
    }

    @Test
    @DisplayName("ING-8 each firing opens exactly one run, with two replicas, while either goes away and comes back")
    void oncePerFiring(SharedNeighbours neighbours) throws Exception {
        Instant began = Instant.now();
        try (var wire = new RegistryWire(URI.create(neighbours.registryUrl()))) {
            var history = new Projection(neighbours.bootstrapServers(), "schedules", wire)
                    .on(new Subscription<>(
                            Topics.RUN_EVENTS,
                            RunEvent.class,
                            record -> RunHistory.oneByOne(record).forEach(this::look)));
            history.start();
            ConfigurableApplicationContext one = startOrchestrator(neighbours, "one");
            ConfigurableApplicationContext two = startOrchestrator(neighbours, "two");
            try {
                moreAreOpened();
                one.close();
                moreAreOpened();
                one = startOrchestrator(neighbours, "one");
                two.close();
                moreAreOpened();
            } finally {
                one.close();
                two.close();
                history.stop();
            }
        }
        assertThat(opened).doesNotHaveDuplicates();
        assertThat(firings(began)).containsAll(opened);
    }

    private void moreAreOpened() {
        int before = opened.size();
        Await.that("the schedule has fired again")
                .atMost(Duration.ofMinutes(3))
                .until(() -> opened.size() >= before + MORE);
    }

    private void look(RunEvent event) {
        if (event.getAgent().equals(agent) && event.getWhat() instanceof RunOpened) {
            opened.add(event.getRunId());
        }
    }

    /** The ids of the runs of all firings from then until now: any other run would be one too many. */
    private Set<String> firings(Instant from) {
        Set<String> ids = new HashSet<>();
        for (Instant second = from.truncatedTo(ChronoUnit.SECONDS);
                !second.isAfter(Instant.now());
                second = second.plusSeconds(1)) {
            ids.add(RunIds.of("schedule/" + agent + "/beat", second));
        }
        return ids;
    }

    private ConfigurableApplicationContext startOrchestrator(SharedNeighbours neighbours, String name) {
        return OrchestratorApplication.start(List.of(
                        "--server.port=0",
                        "--flyball.connection.kafka=" + neighbours.bootstrapServers(),
                        "--flyball.connection.registry=" + neighbours.registryUrl(),
                        "--flyball.connection.redis=" + neighbours.redisUrl(),
                        "--flyball.security.token-file=" + directory.resolve("token"),
                        "--flyball.catalogue.directory=" + directory.resolve("catalogue"),
                        "--flyball.orchestrator.admission.open-per-agent=1000",
                        "--flyball.orchestrator.admission.runs-per-hour=100000",
                        "--flyball.orchestrator.streams.state-directory=" + directory.resolve("state-" + name))
                .toArray(String[]::new));
    }
}
