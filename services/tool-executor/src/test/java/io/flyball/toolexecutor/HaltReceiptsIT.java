package io.flyball.toolexecutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ControlKind;
import io.flyball.contract.Effect;
import io.flyball.contract.HaltReceipt;
import io.flyball.contract.ToolCall;
import io.flyball.contract.ToolStatus;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.halt.HaltDrill;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import io.flyball.toolexecutor.running.RunningCalls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
class HaltReceiptsIT {
    private static final String TARGET = KillSwitch.tool("run_command").key();

    private ExecutorUnderTest executor;
    private ConfigurableApplicationContext service;

    @BeforeEach
    void start(SharedNeighbours neighbours, @TempDir Path folder) throws Exception {
        executor = new ExecutorUnderTest(neighbours, folder.toRealPath());
        service = executor.start();
        executor.release();
    }

    @AfterEach
    void stop() {
        service.close();
        executor.close();
    }

    @Test
    @DisplayName("STOP-10 a drill's no-op begins by a ticket, its kill ends it, and the receipt says so")
    void drill() {
        String drill = HaltDrill.SWITCH.key();
        List<String> begun = new ArrayList<>();
        // What was ordered before the executor had read all orders begins nothing: then it is ordered again.
        Await.that("the no-op runs").pollInterval(Duration.ofSeconds(1)).until(() -> {
            if (!service.getBean(RunningCalls.class).switches().contains(HaltDrill.SWITCH)) {
                begun.add(UUID.randomUUID().toString());
                executor.order(ControlKind.REVIVE, drill, begun.getLast());
            }
            return service.getBean(RunningCalls.class).switches().contains(HaltDrill.SWITCH);
        });

        String kill = UUID.randomUUID().toString();
        executor.order(ControlKind.KILL, drill, kill);
        Await.that("there is a receipt").until(() -> !executor.receipts(kill).isEmpty());
        HaltReceipt receipt = executor.receipts(kill).getFirst();
        assertThat(receipt.getEnded()).isPositive();
        assertThat(begun).anyMatch(begin -> receipt.getNames().getFirst().startsWith("drill/" + begin));
        assertThat(service.getBean(RunningCalls.class).count()).isZero();
    }

    @Test
    @DisplayName(
            "STOP-9 STOP-13 STOP-6 a kill of a tool ends its process tree, and the receipt names it once it is gone")
    void killedTool() {
        Path pids = executor.folder().resolve("pids");
        ToolCall call = Calls.command(
                Effect.CHANGE,
                "sh",
                "-c",
                "echo $$ >> " + executor.folder() + "/pids; sleep 600 & (setsid sleep 600 &); wait");
        executor.send(call);
        Await.that("it runs").until(() -> Files.exists(pids));

        String kill = UUID.randomUUID().toString();
        executor.order(ControlKind.KILL, TARGET, kill);
        Await.that("there is a receipt").until(() -> !executor.receipts(kill).isEmpty());
        assertThat(executor.ended(call).getStatus()).isEqualTo(ToolStatus.STOPPED);

        HaltReceipt receipt = executor.receipts(kill).getFirst();
        assertThat(receipt.getRunning()).isEqualTo(1);
        assertThat(receipt.getEnded()).isEqualTo(1);
        assertThat(receipt.getLeft()).isZero();
        assertThat(receipt.getNames()).containsExactly(call.getActionId());
        assertThat(receipt.getService()).isEqualTo("tool-executor");
        assertThat(receipt.getPlace()).matches("tool-executor@.+:[0-9]+");

        String revive = UUID.randomUUID().toString();
        executor.order(ControlKind.REVIVE, TARGET, revive);
        Await.that("the revive is answered, too")
                .until(() -> !executor.receipts(revive).isEmpty());
        assertThat(executor.receipts(revive).getFirst().getEnded()).isZero();
        assertThat(executor.receipts(revive).getFirst().getEpoch()).isGreaterThan(receipt.getEpoch());
    }
}
