package io.flyball.costledger;

import static io.flyball.costledger.UsageRecords.modelCall;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.BudgetRaise;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.redis.Redis;
import io.flyball.schemas.Topics;
import io.flyball.spending.Counter;
import io.flyball.spending.Counters;
import io.flyball.spending.RedisCounters;
import io.flyball.spending.Unit;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS, NeighbourKind.TRACING})
class BudgetsRebuiltIT {
    @Test
    @DisplayName(
            "COST-6 COST-12 after Redis has lost everything the counters are rebuilt from the ledger, raises and all, and are ready only then")
    void rebuilt(SharedNeighbours neighbours, @TempDir Path folder) throws Exception {
        String run = "run-" + UUID.randomUUID();
        String who = "ann-" + UUID.randomUUID();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (LedgerUnderTest ledger = new LedgerUnderTest(neighbours, folder);
                Redis redis = redis(neighbours)) {
            Counters counters = new RedisCounters(redis);
            ledger.send(modelCall("b-" + run, run, 1_234, now).setPrincipal(who).build());
            ledger.send(
                    Topics.BUDGET_RAISES,
                    "raise",
                    BudgetRaise.newBuilder()
                            .setId(run)
                            .setBudgetId("run:" + run)
                            .setTenant("default")
                            .setPeriod("")
                            .setUnit("tokens")
                            .setBefore(200_000)
                            .setLimit(300_000)
                            .setReason("nearly done")
                            .setBy("ann")
                            .setChannel("cli")
                            .setAt(now)
                            .build());
            redis.commands().del("flyball:spend:ready");
            try (var _ = CostLedgerApplication.start(
                    ledger.settings("ledger-budgets").toArray(String[]::new))) {
                Await.that("the counters are ready")
                        .atMost(Duration.ofMinutes(3))
                        .until(counters::isReady);

                assertThat(counters.standing(counter("run:" + run, "")).used()).isEqualTo(1_234);
                assertThat(counters.standing(counter("run:" + run, "")).limit()).isEqualTo(300_000);
                String day = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
                assertThat(counters.standing(counter("principal:" + who + ":day", day))
                                .used())
                        .isEqualTo(1_234);
            }
        }
    }

    private static Counter counter(String budget, String period) {
        return new Counter(budget, period, "default", Unit.TOKENS, 1, null);
    }

    private static Redis redis(SharedNeighbours neighbours) {
        return new Redis(new ConnectionProperties(
                "127.0.0.1:1",
                URI.create("http://127.0.0.1:1"),
                URI.create(neighbours.redisUrl()),
                Duration.ofSeconds(10),
                null));
    }
}
