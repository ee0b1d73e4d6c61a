package io.flyball.costledger;

import static io.flyball.costledger.UsageRecords.toolCall;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.DeadLetter;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS, NeighbourKind.TRACING})
class PoisonIT {

    @Test
    @DisplayName(
            "RUN-25 a use that cannot be processed is a dead letter, and no part of it is counted; the next one is")
    void goesOn(SharedNeighbours neighbours, @TempDir Path folder) throws Exception {
        List<DeadLetter> letters = new CopyOnWriteArrayList<>();
        try (var ledger = new LedgerUnderTest(neighbours, folder);
                var wire = new RegistryWire(URI.create(neighbours.registryUrl()));
                var _ = CostLedgerApplication.start(ledger.settings("poison-it").toArray(String[]::new))) {
            var shelf = new Projection(neighbours.bootstrapServers(), "letters", wire)
                    .on(new Subscription<>(Topics.DEAD_LETTERS, DeadLetter.class, letters::add));
            shelf.start();
            // The key of its total is written with each of these signs as three.
            ledger.send(toolCall("poison-1", "%".repeat(400_000), "t", Instant.now())
                    .build());
            ledger.send(
                    toolCall("poison-2", "run-after-poison", "t", Instant.now()).build());

            Await.that("the next use is counted").until(() -> ledger.entries("run-after-poison") == 1);
            Await.that("a dead letter")
                    .until(() -> letters.stream()
                            .anyMatch(it -> it.getTopic().equals(Topics.USAGE)
                                    && it.getReason().contains("could be read, but not processed")));
            assertThat(ledger.isReady()).isTrue();
            shelf.stop();
        }
    }
}
