package io.flyball.toolexecutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.Effect;
import io.flyball.contract.ToolCall;
import io.flyball.contract.ToolResult;
import io.flyball.contract.ToolStatus;
import io.flyball.localstack.NeighbourKind;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The emergency stop under load. {@code -Dflyball.drill.trials=1000} makes it the full drill. */
@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StopDrillIT {
    private static final int AT_ONCE = 50;
    private static final int TRIALS = Integer.getInteger("flyball.drill.trials", 5);

    private ExecutorUnderTest executor;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start(SharedNeighbours neighbours, @TempDir Path folder) throws Exception {
        executor = new ExecutorUnderTest(neighbours, folder.toRealPath());
        service = executor.start("--flyball.executor.workers=" + AT_ONCE);
    }

    @AfterAll
    void stop() {
        service.close();
        executor.close();
    }

    @Test
    @DisplayName("STOP-4 50 tools starting continuously: from the moment SET returns, no action starts")
    void noActionStartsAfterTheStop() throws Exception {
        Drill drill = new Drill(executor, AT_ONCE);
        try (Drill.Load _ = drill.load()) {
            for (int trial = 0; trial < TRIALS; trial++) {
                drill.trial();
            }
        }
        System.out.println(drill.figures());
        assertThat(drill.started()).isGreaterThanOrEqualTo(TRIALS * AT_ONCE);
        assertThat(drill.startedAfterTheStop()).isZero();
    }

    @Test
    @DisplayName("STOP-2 running trees are ended and reported as stopped")
    void runningTreesAreEnded() throws Exception {
        executor.release();
        Path pids = executor.folder().resolve("pids");
        List<ToolCall> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(Calls.command(
                    Effect.CHANGE,
                    "sh",
                    "-c",
                    "echo $$ >> " + executor.folder() + "/pids; sleep 600 & (setsid sleep 600 &); wait"));
        }
        calls.forEach(executor::send);
        Await.that("all trees run")
                .until(() -> Files.exists(pids)
                        && Files.readAllLines(pids).size() == calls.size()
                        && trees(calls) >= 3L * calls.size());

        long start = System.nanoTime();
        executor.stop("drill");
        Await.that("all trees are gone").until(() -> trees(calls) == 0);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        System.out.printf("20 trees of 3 processes gone %d ms after the stop%n", took.toMillis());
        assertThat(took)
                .as("a second on a quiet machine; what counts here is that they do not end by themselves")
                .isLessThan(Duration.ofSeconds(60));
        for (ToolCall call : calls) {
            ToolResult result = executor.ended(call);
            assertThat(result.getStatus()).isEqualTo(ToolStatus.STOPPED);
            assertThat(result.getStartedAt()).isNotNull();
        }
        executor.release();
    }

    @Test
    @DisplayName("STOP-3 while Redis does not answer nothing starts; when it does, what was held runs")
    void suspendedRedis(SharedNeighbours neighbours) {
        executor.release();
        ToolCall before = Calls.command(Effect.READ, "echo", "before");
        executor.send(before);
        executor.ended(before);
        var redis = neighbours.neighbour(NeighbourKind.REDIS);
        ToolCall held = Calls.command(Effect.CHANGE, "sh", "-c", "echo once >> " + executor.folder() + "/once");
        redis.suspend();
        try {
            executor.send(held);
            Instant sent = Instant.now();
            Await.that("three seconds have gone by").until(() -> Instant.now().isAfter(sent.plusSeconds(3)));
            assertThat(executor.all(held)).isEmpty();
            assertThat(executor.folder().resolve("once")).doesNotExist();
        } finally {
            redis.resumeProcess();
        }
        assertThat(executor.ended(held).getStatus()).isEqualTo(ToolStatus.SUCCEEDED);
        assertThat(executor.folder().resolve("once")).hasContent("once");
    }

    private static long trees(List<ToolCall> calls) {
        return ProcessHandle.allProcesses()
                .filter(process -> belongs(process, calls))
                .count();
    }

    private static boolean belongs(ProcessHandle process, List<ToolCall> calls) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            String environment = Files.readString(proc.resolve("environ"), StandardCharsets.ISO_8859_1);
            return environment.contains("FLYBALL_ACTION=")
                    && calls.stream().anyMatch(call -> environment.contains(call.getActionId()))
                    && !Files.readString(proc.resolve("stat")).contains(") Z ");
        } catch (IOException _) {
            return false;
        }
    }
}
