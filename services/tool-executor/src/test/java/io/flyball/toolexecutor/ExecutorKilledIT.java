package io.flyball.toolexecutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.AuditFact;
import io.flyball.contract.AuditKind;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executor as a process of its own, killed in the middle of a call. */
@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
class ExecutorKilledIT {
    private static final String RESOURCE = "service:" + UUID.randomUUID();

    @Test
    @DisplayName(
            "TOOL-5 RUN-20 TEAM-4 after kill -9 a change is UNKNOWN and not run again, a read is, and locks run out")
    void killedInTheMiddle(SharedNeighbours neighbours, @TempDir Path temporary) throws Exception {
        try (ExecutorUnderTest executor = new ExecutorUnderTest(neighbours, temporary.toRealPath())) {
            Path folder = executor.folder();
            String endless = "echo $$ >> " + folder + "/pids; sleep 600 & (setsid sleep 600 &); wait";
            ToolCall change = Calls.call("run_command", Effect.CHANGE, Map.of("argv", List.of("sh", "-c", endless)))
                    .setResources(List.of(RESOURCE))
                    .build();
            ToolCall read = Calls.command(Effect.READ, "sleep", "3");
            ToolCall other = Calls.call(
                            "run_command",
                            Effect.CHANGE,
                            Map.of("argv", List.of("sh", "-c", "echo once >> " + folder + "/once")))
                    .setResources(List.of(RESOURCE))
                    .build();
            Process first = startProcess(executor);
            try {
                executor.send(change);
                executor.awaitStarted(change);
                Await.that("the change runs").until(() -> Files.exists(folder.resolve("pids")));
                executor.send(read);
                executor.awaitStarted(read);
                executor.send(other);
            } finally {
                first.destroyForcibly().waitFor();
            }
            Process second = startProcess(executor);
            try {
                ToolResult unknown = executor.ended(change);
                assertThat(unknown.getStatus()).isEqualTo(ToolStatus.UNKNOWN);
                assertThat(unknown.getError()).contains("has not been heard of since");
                assertThat(Files.readAllLines(folder.resolve("pids"))).hasSize(1);
                assertThat(executor.ended(other).getStatus())
                        .as("the dead one's lock runs out")
                        .isEqualTo(ToolStatus.SUCCEEDED);
                assertThat(executor.ended(read).getStatus()).isEqualTo(ToolStatus.SUCCEEDED);
                assertThat(executor.all(read))
                        .filteredOn(result -> result.getStatus() == ToolStatus.STARTED)
                        .hasSize(2);
                assertThat(executor.audit(change.getRunId()))
                        .extracting(AuditFact::getKind)
                        .contains(AuditKind.ACTION_BEFORE, AuditKind.ACTION_AFTER);
            } finally {
                second.destroy();
                second.waitFor(30, TimeUnit.SECONDS);
                second.destroyForcibly();
                endWhatTheKilledLeft(change, read);
            }
        }
    }

    static Process startProcess(ExecutorUnderTest executor) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.flyball.contract",
                "-cp",
                System.getProperty("java.class.path"),
                ToolExecutorApplication.class.getName()));
        command.addAll(List.of(executor.arguments("--flyball.executor.workers=2")));
        Path log = executor.folder().resolve("executor.log");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Children of a killed executor live on; here they are this test's to end. */
    private static void endWhatTheKilledLeft(ToolCall... calls) {
        ProcessHandle.allProcesses().filter(process -> isOf(process, calls)).forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean isOf(ProcessHandle process, ToolCall... calls) {
        try {
            String environment = Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
            return List.of(calls).stream().anyMatch(call -> environment.contains(call.getActionId()));
        } catch (IOException _) {
            return false;
        }
    }
}
