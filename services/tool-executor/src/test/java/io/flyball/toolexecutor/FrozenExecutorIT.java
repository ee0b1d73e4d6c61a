package io.flyball.toolexecutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.Effect;
import io.flyball.contract.ToolResult;
import io.flyball.contract.ToolStatus;
import io.flyball.localstack.NeighbourKind;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The executor as a process of its own that is frozen while it starts tools. {@code -Dflyball.drill.freezes=100} makes it a
 * drill.
 */
@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
class FrozenExecutorIT {
    private static final int FREEZES = Integer.getInteger("flyball.drill.freezes", 3);
    private static final int AT_ONCE = 20;

    /** Longer than a gate stays open. */
    private static final Duration FROZEN = Duration.ofMillis(1_500);

    private final List<ToolResult> ended = new CopyOnWriteArrayList<>();

    @Test
    @DisplayName(
            "STOP-4 an executor that was frozen between a ticket and its start begins nothing late, by the tools' own clock")
    void frozen(SharedNeighbours neighbours, @TempDir Path folder) throws Exception {
        try (ExecutorUnderTest executor = new ExecutorUnderTest(neighbours, folder.toRealPath())) {
            executor.onResult(this::hear);
            Process process = ExecutorKilledIT.startProcess(executor);
            try {
                for (int i = 0; i < FREEZES; i++) {
                    freeze(executor, process);
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private void hear(ToolResult result) {
        if (result.getStatus() == ToolStatus.SUCCEEDED || result.getStatus() == ToolStatus.STOPPED) {
            ended.add(result);
        }
    }

    private void freeze(ExecutorUnderTest executor, Process process) throws Exception {
        ended.clear();
        executor.release();
        send(executor);
        Await.that("tools run").until(() -> !ended.isEmpty());
        signal(process, "STOP");
        executor.stop("drill");
        Instant stopped = Instant.now();
        Await.that("it is frozen for long enough").until(() -> Instant.now().isAfter(stopped.plus(FROZEN)));
        Instant thawed = Instant.now();
        signal(process, "CONT");
        Await.that("every call has its answer").until(() -> ended.size() >= AT_ONCE);
        assertThat(ended)
                .filteredOn(result -> result.getOutput().strip().matches("\\d{19}"))
                .allSatisfy(result -> assertThat(Instant.ofEpochSecond(
                                0, Long.parseLong(result.getOutput().strip())))
                        .isBefore(thawed));
    }

    private static void send(ExecutorUnderTest executor) {
        for (int i = 0; i < AT_ONCE; i++) {
            executor.send(Calls.command(Effect.READ, "date", "+%s%N"));
        }
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }
}
