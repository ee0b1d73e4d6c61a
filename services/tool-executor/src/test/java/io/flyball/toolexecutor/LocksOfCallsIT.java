package io.flyball.toolexecutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.Effect;
import io.flyball.contract.ToolCall;
import io.flyball.contract.ToolResult;
import io.flyball.contract.ToolStatus;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.lock.LockAnswer;
import io.flyball.platform.lock.LockRequest;
import io.flyball.platform.lock.Locks;
import io.flyball.platform.lock.RedisLocks;
import io.flyball.testkit.RememberedSince;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Two executors, and calls of several runs that want the same. */
@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocksOfCallsIT {
    private static final int CALLS = 10;

    private final String resource = "service:shop-" + UUID.randomUUID();
    private ExecutorUnderTest executor;
    private Locks locks;
    private ConfigurableApplicationContext first;
    private ConfigurableApplicationContext second;

    @BeforeAll
    void start(SharedNeighbours neighbours, @TempDir Path folder) throws Exception {
        executor = new ExecutorUnderTest(neighbours, folder.toRealPath());
        executor.redis()
                .commands()
                .set(
                        "flyball:locks:since",
                        RememberedSince.ever(executor.redis().commands().info()));
        locks = new RedisLocks(executor.redis());
        first = executor.start("--flyball.executor.workers=3", "--flyball.executor.name=first");
        second = executor.start("--flyball.executor.workers=3", "--flyball.executor.name=second");
    }

    @AfterAll
    void stop() {
        first.close();
        second.close();
        executor.close();
    }

    @Test
    @DisplayName("TEAM-4 two runs never change one resource at once, and the fencing tokens grow as they take turns")
    void neverAtOnce() throws Exception {
        List<ToolCall> calls =
                Stream.generate(() -> change(resource, 120)).limit(CALLS).toList();
        calls.forEach(executor::send);

        List<ToolResult> results = calls.stream().map(executor::ended).toList();
        assertThat(results).extracting(ToolResult::getStatus).containsOnly(ToolStatus.SUCCEEDED);
        assertThat(results).extracting(ToolResult::getExecutor).contains("first", "second");
        assertThat(executor.folder().resolve("overlaps")).doesNotExist();
        List<Long> fences = Files.readAllLines(executor.folder().resolve("fences")).stream()
                .map(Long::valueOf)
                .toList();
        assertThat(fences).hasSize(CALLS).isSorted().doesNotHaveDuplicates();
        assertThat(results).extracting(ToolResult::getFence).containsExactlyInAnyOrderElementsOf(fences);
    }

    @Test
    @DisplayName("TEAM-4 whoever waits is told once who holds it, and begins when the holder has crashed")
    void crashed() {
        String contested = "service:" + UUID.randomUUID();
        hold(contested, Duration.ofSeconds(4));
        ToolCall call = change(contested, 60);
        executor.send(call);

        assertThat(executor.awaitWaiting(call).getHolder())
                .startsWith(contested + " is held by run other (agent rival) until about ");
        assertThat(executor.ended(call).getStatus()).isEqualTo(ToolStatus.SUCCEEDED);
        assertThat(executor.all(call))
                .extracting(ToolResult::getStatus)
                .containsExactly(ToolStatus.WAITING, ToolStatus.STARTED, ToolStatus.SUCCEEDED);
    }

    @Test
    @DisplayName("TEAM-4 what never had its turn is refused by its deadline, with the holder named")
    void inVain() {
        String contested = "service:" + UUID.randomUUID();
        hold(contested, Duration.ofMinutes(5));
        ToolResult result = run(change(contested, 3));

        assertThat(result.getStatus()).isEqualTo(ToolStatus.REFUSED);
        assertThat(result.getError()).contains(contested + " is held by run other (agent rival)");
        assertThat(result.getFence()).isNull();
    }

    @Test
    @DisplayName("RUN-9 a call that waits notices that its run is cancelled")
    void cancelledWhileItWaits() {
        String contested = "service:" + UUID.randomUUID();
        hold(contested, Duration.ofMinutes(5));
        ToolCall call = change(contested, 120);
        executor.send(call);
        executor.awaitWaiting(call);
        executor.cancel(call.getRunId());

        assertThat(executor.ended(call).getStatus()).isEqualTo(ToolStatus.CANCELLED);
    }

    @Test
    @DisplayName("STOP-2 a call that waits notices the emergency stop")
    void stoppedWhileItWaits() {
        String contested = "service:" + UUID.randomUUID();
        hold(contested, Duration.ofMinutes(5));
        ToolCall call = change(contested, 120);
        executor.send(call);
        executor.awaitWaiting(call);
        executor.stop("drill");
        try {
            assertThat(executor.ended(call).getStatus()).isEqualTo(ToolStatus.STOPPED);
        } finally {
            executor.release();
        }
    }

    @Test
    @DisplayName("TEAM-4 a call that loses its lock while it runs is ended and says so")
    void lost() {
        String contested = "service:" + UUID.randomUUID();
        ToolCall call = Calls.call(
                        "run_command",
                        Effect.CHANGE,
                        Map.of(
                                "argv",
                                List.of(
                                        "sh",
                                        "-c",
                                        "echo $$ >> %1$s/pids; sleep 600 & (setsid sleep 600 &); wait"
                                                .formatted(executor.folder()))))
                .setResources(List.of(contested))
                .build();
        executor.send(call);
        executor.awaitStarted(call);
        executor.redis().commands().del("flyball:lock:default/" + contested);

        ToolResult result = executor.ended(call);
        assertThat(result.getStatus()).isEqualTo(ToolStatus.FAILED);
        assertThat(result.getError()).contains("it lost its lock while it ran");
    }

    @Test
    @DisplayName("TEAM-4 reads, and the same resource of another environment, wait for nobody")
    void others() {
        String contested = "service:" + UUID.randomUUID();
        hold(contested, Duration.ofMinutes(5));
        ToolCall read = Calls.call("run_command", Effect.READ, Map.of("argv", List.of("echo", "x")))
                .setResources(List.of(contested))
                .build();
        assertThat(run(read).getStatus()).isEqualTo(ToolStatus.SUCCEEDED);
        assertThat(locks.acquire(
                        new LockRequest(List.of("default/staging/" + contested), "b", "b"), Duration.ofSeconds(1)))
                .isInstanceOf(LockAnswer.Granted.class);
    }

    private ToolResult run(ToolCall call) {
        executor.send(call);
        return executor.ended(call);
    }

    /** As an executor that dies at once would. */
    private void hold(String name, Duration lease) {
        assertThat(locks.acquire(new LockRequest(List.of("default/" + name), "x", "run other (agent rival)"), lease))
                .isInstanceOf(LockAnswer.Granted.class);
    }

    private ToolCall change(String name, int seconds) {
        String script =
                "mkdir %1$s/busy || echo overlap >> %1$s/overlaps; sleep 0.2; rmdir %1$s/busy; echo $FLYBALL_FENCE >> %1$s/fences"
                        .formatted(executor.folder());
        return Calls.call("run_command", Effect.CHANGE, Map.of("argv", List.of("sh", "-c", script)))
                .setResources(List.of(name))
                .setDeadline(Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.MILLIS))
                .build();
    }
}
