package io.flyball.costledger;

import static io.flyball.costledger.UsageRecords.modelCall;
import static io.flyball.costledger.UsageRecords.toolCall;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.localstack.NeighbourKind;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS, NeighbourKind.TRACING})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostLedgerIT {
    /** A day that no other test uses. */
    private static final Instant THEN = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);

    private static final String PERIOD = "&from=" + THEN + "&to=" + THEN.plusMillis(1);

    private Path folder;
    private LedgerUnderTest ledger;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start(SharedNeighbours neighbours, @TempDir Path temporary) throws Exception {
        folder = temporary;
        ledger = new LedgerUnderTest(neighbours, folder);
        service = start("ledger-it");
        ledger.send(modelCall("it-1", "run-a", 1_500_000, THEN).build());
        ledger.send(modelCall("it-2", "run-a", 500, THEN).setModel("unlisted").build());
        ledger.send(toolCall("it-3", "run-a", "run_command", THEN).build());
        ledger.send(modelCall("it-4", "run-b", 250_000, THEN)
                .setPrincipal("bob")
                .setAgent("tuner")
                .build());
        ledger.send(modelCall("it-1", "run-a", 1_500_000, THEN).build());
        Await.that("entries of both runs").until(() -> ledger.entries("run-a") == 3 && ledger.entries("run-b") == 1);
    }

    @AfterAll
    void stop() {
        service.close();
        ledger.close();
    }

    @Test
    @DisplayName(
            "COST-8 COST-10 the costs of a run: integers in micro-dollars, dollars for people, models and tools apart")
    void costsOfARun() throws Exception {
        var run = ledger.json("/costs/runs/run-a");

        assertThat(run.path("runId").asString()).isEqualTo("run-a");
        assertThat(run.at("/total/costMicros").isIntegralNumber()).isTrue();
        assertThat(run.at("/total/costMicros").asLong()).isEqualTo(1_505_000);
        assertThat(run.at("/total/dollars").asString()).isEqualTo("$1.505");
        assertThat(run.at("/total/entries").asLong()).isEqualTo(3);
        assertThat(run.at("/total/guessedEntries").asLong()).isEqualTo(1);
        assertThat(run.at("/models/0/key").asString()).isEqualTo("acme/small");
        assertThat(run.at("/models/0/tokens/input").asLong()).isEqualTo(1_500_000);
        assertThat(run.at("/tools/0/key").asString()).isEqualTo("run_command");
        assertThat(run.at("/tools/0/durationMillis").asLong()).isEqualTo(7);
    }

    @Test
    @DisplayName("COST-8 totals by agent, model, principal, tool, run and day")
    void totals() throws Exception {
        assertThat(ledger.json("/costs").toString())
                .isEqualTo(ledger.json("/costs?by=agent").toString());
        assertThat(keys("agent")).isEqualTo("restorer=1505000 tuner=250000");
        assertThat(keys("principal")).isEqualTo("ann=1505000 bob=250000");
        assertThat(keys("model")).isEqualTo("acme/small=1750000 acme/unlisted=5000");
        assertThat(keys("tool")).isEqualTo("run_command=0");
        assertThat(keys("run")).isEqualTo("run-a=1505000 run-b=250000");
        assertThat(keys("day")).isEqualTo(THEN.toString().substring(0, 10) + "=1755000");
        assertThat(ledger.json("/costs?by=agent" + PERIOD).at("/total/dollars").asString())
                .isEqualTo("$1.755");
        assertThat(ledger.json("/costs?to=2020-01-02").at("/total/entries").asLong())
                .isZero();
    }

    @Test
    @DisplayName("COST-8 a bad parameter is answered by 400 with its name and what was expected")
    void badParameters() throws Exception {
        var answer = ledger.get("/costs?by=moon");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"parameter\":\"by\"").contains("agent, model, principal");
        assertThat(ledger.get("/costs?from=tomorrow").body()).contains("\"parameter\":\"from\"");
    }

    @Test
    void unknownRunsAre404AndStrangers401() throws Exception {
        assertThat(ledger.get("/costs/runs/nobody").statusCode()).isEqualTo(404);
        assertThat(ledger.get("/costs", "wrong").statusCode()).isEqualTo(401);
        assertThat(ledger.isReady()).isTrue();
    }

    @Test
    @DisplayName("COST-2 the books are rebuilt from Kafka alone: from their changelogs, and from agent.usage")
    void rebuiltFromKafkaAlone() throws Exception {
        String before = ledger.json("/costs?by=run" + PERIOD).toString();
        service.close();
        delete(folder.resolve("streams"));

        service = start("ledger-it");
        assertThat(ledger.json("/costs?by=run" + PERIOD).toString()).isEqualTo(before);
        ledger.send(modelCall("it-4", "run-b", 250_000, THEN)
                .setPrincipal("bob")
                .setAgent("tuner")
                .build());
        ledger.send(toolCall("it-5", "run-c", "t", THEN).setPrincipal("bob").build());
        Await.that("what came after the repeat").until(() -> ledger.entries("run-c") == 1);
        assertThat(ledger.entries("run-b")).isEqualTo(1);
        String after = ledger.json("/costs?by=agent" + PERIOD).toString();
        service.close();

        service = start("ledger-it-anew");
        Await.that("all of agent.usage read again")
                .until(() -> ledger.json("/costs?by=agent" + PERIOD).toString().equals(after));
    }

    private ConfigurableApplicationContext start(String applicationId) {
        var context = CostLedgerApplication.start(ledger.settings(applicationId).toArray(String[]::new));
        Await.that("the ledger is ready").until(ledger::isReady);
        return context;
    }

    private String keys(String by) throws Exception {
        StringBuilder keys = new StringBuilder();
        ledger.json("/costs?by=" + by + PERIOD)
                .path("items")
                .forEach(item -> keys.append(' ')
                        .append(item.path("key").asString())
                        .append('=')
                        .append(item.path("costMicros").asLong()));
        return keys.toString().strip();
    }

    private static void delete(Path folder) throws Exception {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
