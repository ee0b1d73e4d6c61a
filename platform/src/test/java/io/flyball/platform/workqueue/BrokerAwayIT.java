package io.flyball.platform.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.flyball.contract.PlanRequest;
import io.flyball.localstack.Neighbour;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.PlatformKit;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY})
class BrokerAwayIT {
    private static final Duration AWAY = Duration.ofSeconds(10);

    @Test
    @DisplayName("RUN-20 while the broker stands still, workers wait instead of asking again and again")
    void waits(SharedNeighbours neighbours) throws Exception {
        try (PlatformKit kit = new PlatformKit(neighbours)) {
            var queue = new WorkQueue<>(
                    HeldForever.settings("group-" + UUID.randomUUID(), 8),
                    kit.kafka,
                    PlanRequest.class,
                    kit.wire,
                    kit.telemetry,
                    kit.deadLetters,
                    record -> {});
            queue.start();
            Neighbour broker = neighbours.neighbour(NeighbourKind.BROKER);
            try {
                pass(Duration.ofSeconds(3));
                broker.suspend();
                double cores = coresUsed(AWAY);
                assertThat(cores).isLessThan(0.5);
            } finally {
                broker.resumeProcess();
                queue.stop();
            }
        }
    }

    private static double coresUsed(Duration time) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        long began = System.nanoTime();
        pass(time);
        return (double) (system.getProcessCpuTime() - before) / (System.nanoTime() - began);
    }

    private static void pass(Duration time) {
        Instant end = Instant.now().plus(time);
        Await.that(time + " are over")
                .pollInterval(Duration.ofMillis(200))
                .atMost(time.multipliedBy(3))
                .until(() -> Instant.now().isAfter(end));
    }
}
