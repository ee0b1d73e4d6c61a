package io.flyball.console.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.Story;
import io.flyball.console.kit.Teller;
import io.flyball.console.kit.TopicReader;
import io.flyball.contract.AuditFact;
import io.flyball.contract.BudgetRaise;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.RunPaused;
import io.flyball.contract.RunStatus;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.redis.Redis;
import io.flyball.schemas.Topics;
import io.flyball.spending.Charge;
import io.flyball.spending.Counter;
import io.flyball.spending.Counters;
import io.flyball.spending.RedisCounters;
import io.flyball.spending.Unit;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
class BudgetRaiseIT {
    private static RunningConsole console;
    private static SharedNeighbours at;
    private static Counters counters;
    private static Http http;

    private final Story story = new Story(UUID.randomUUID().toString(), Instant.now());
    private final String budget = "run:" + story.runId();
    private final Counter counter = new Counter(budget, "", "default", Unit.TOKENS, 1_000, null);

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        console = RunningConsole.start(neighbours);
        counters = new RedisCounters(console.bean(Redis.class));
        http = console.http();
        at = neighbours;
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    private Http.Answer raise(Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(
                Map.of("budget", budget, "to", 2_000, "reason", "nearly done", "by", "ann", "channel", "cli"));
        body.putAll(more);
        return http.post("/api/budgets/raise", body);
    }

    @Test
    @DisplayName(
            "COST-12 a raise is on its topic and in the audit, counts at once, and lets the run go on that waits for it")
    void raises() {
        counters.settle("spent-" + budget, List.of(counter), new Charge(990, 0));
        try (Teller teller = new Teller(at)) {
            story.opened("ShopDown", "shop").happens(RunStatus.PAUSED, new RunPaused("agent", "no room", true, budget));
            teller.tell(story.events());
        }
        Await.that("the run is known to wait for the budget")
                .until(() -> http.get("/api/runs/" + story.runId())
                        .json()
                        .path("waitsForBudget")
                        .asString("")
                        .equals(budget));

        Http.Answer answer = raise(Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("budget").path("limit").asLong()).isEqualTo(2_000);
        assertThat(answer.json().path("budget").path("before").asLong()).isEqualTo(1_000);
        assertThat(answer.json().path("resumed").get(0).asString()).isEqualTo(story.runId());
        assertThat(counters.standing(counter)).isEqualTo(new Counters.Standing(990, 0, 2_000));
        assertThat(read(Topics.BUDGET_RAISES, BudgetRaise.class)
                        .all(it -> it.getBudgetId().equals(budget)))
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.message().key()).isEqualTo(counter.id());
                    assertThat(read.record().getLimit()).isEqualTo(2_000);
                    assertThat(read.record().getBy()).isEqualTo("ann");
                });
        assertThat(read(Topics.AUDIT_FACTS, AuditFact.class).all(it -> ("budget:" + budget).equals(it.getTarget())))
                .singleElement()
                .satisfies(read -> assertThat(read.record().getDetailJson()).contains("nearly done", "1000", "2000"));
        assertThat(read(Topics.CONTROL, ControlCommand.class)
                        .all(it -> it.getTarget().equals(story.runId())))
                .singleElement()
                .satisfies(read -> assertThat(read.record().getKind()).isEqualTo(ControlKind.RESUME));
    }

    @Test
    @DisplayName("COST-12 a raise has a bound and a reason; no more and nothing unknown is raised")
    void bounded() {
        assertThat(raise(Map.of()).status()).isEqualTo(404);
        counters.settle("spent-" + budget, List.of(counter), new Charge(10, 0));

        Http.Answer tooFar = raise(Map.of("to", 3_001));
        assertThat(tooFar.status()).isEqualTo(422);
        assertThat(tooFar.json().path("detail").asString()).contains("up to 3000 tokens", "budgets.yaml");
        assertThat(raise(Map.of("to", 1_000)).status()).isEqualTo(409);
        assertThat(raise(Map.of("reason", "")).status()).isEqualTo(400);
        assertThat(raise(Map.of("to", 1.5)).status()).isEqualTo(400);
        assertThat(raise(Map.of("unit", "euro")).status()).isEqualTo(400);
        assertThat(raise(Map.of("unit", "micro-dollars")).status()).isEqualTo(404);
        assertThat(counters.standing(counter).limit()).isEqualTo(1_000);
    }

    @Test
    @DisplayName("COST-8 budgets are listed with used, limit, remaining and percentage")
    void lists() {
        counters.settle("spent-" + budget, List.of(counter), new Charge(750, 0));
        var listed = http.get("/api/budgets?budget=" + budget).json();
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.get(0).path("used").asLong()).isEqualTo(750);
        assertThat(listed.get(0).path("remaining").asLong()).isEqualTo(250);
        assertThat(listed.get(0).path("percent").asLong()).isEqualTo(75);
    }

    private static <T extends org.apache.avro.specific.SpecificRecord> TopicReader<T> read(
            String topic, Class<T> type) {
        return new TopicReader<>(at, topic, type);
    }
}
