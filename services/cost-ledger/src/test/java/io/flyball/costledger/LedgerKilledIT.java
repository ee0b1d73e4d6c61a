package io.flyball.costledger;

import static io.flyball.costledger.UsageRecords.modelCall;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.Usage;
import io.flyball.localstack.NeighbourKind;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS, NeighbourKind.TRACING})
class LedgerKilledIT {
    private static final int RECORDS = 4_000;

    @TempDir
    Path folder;

    @Test
    @DisplayName("COST-2 a ledger that is killed (-9) in the middle counts every usage id once, repeats and all")
    void killedInTheMiddle(SharedNeighbours neighbours) throws Exception {
        try (var ledger = new LedgerUnderTest(neighbours, folder)) {
            Process first = start(ledger);
            try {
                Await.that("the ledger is ready").atMost(Duration.ofMinutes(2)).until(ledger::isReady);
                send(ledger, 0, RECORDS / 2);
                Await.that("it counts").until(() -> ledger.entries("killed") > 0);
                send(ledger, RECORDS / 2, RECORDS);
            } finally {
                kill(first);
            }
            Process second = start(ledger);
            try {
                send(ledger, 0, RECORDS);
                Await.that("all are counted")
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> ledger.entries("killed") >= RECORDS);
                ledger.send(modelCall("last", "after", 1, Instant.now()).build());
                Await.that("the repeats are read").until(() -> ledger.entries("after") == 1);
                var total = ledger.json("/costs/runs/killed").path("total");
                assertThat(total.path("entries").asLong()).isEqualTo(RECORDS);
                assertThat(total.path("costMicros").asLong()).isEqualTo(RECORDS * 3L);
            } finally {
                kill(second);
            }
        }
    }

    private static void send(LedgerUnderTest ledger, int from, int to) {
        for (int i = from; i < to; i++) {
            ledger.sendWithoutWaiting(record(i));
        }
    }

    private static Usage record(int i) {
        return modelCall("killed-" + i, "killed", 3, Instant.now()).build();
    }

    private Process start(LedgerUnderTest ledger) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.flyball.contract",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CostLedgerApplication.class.getName()));
        command.addAll(ledger.settings("ledger-killed-it"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "killed-ledger.log").toFile()))
                .start();
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
