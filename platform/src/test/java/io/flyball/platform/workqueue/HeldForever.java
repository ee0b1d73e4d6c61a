package io.flyball.platform.workqueue;

import io.flyball.contract.PlanRequest;
import io.flyball.platform.PlatformKit;
import io.flyball.schemas.Topics;
import io.flyball.testkit.SharedNeighbours;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process that never ends its work on one record; it makes a file when it has it. */
final class HeldForever {
    private HeldForever() {}

    public static void main(String... args) throws Exception {
        var kit = new PlatformKit(args[0], URI.create(args[1]));
        var settings = settings(args[2], Integer.parseInt(args[3]));
        Work<PlanRequest> work = record -> {
            if (record.getRunId().equals(args[4])) {
                Files.createFile(Path.of(args[5]));
                new CountDownLatch(1).await();
            }
        };
        new WorkQueue<>(settings, kit.kafka, PlanRequest.class, kit.wire, kit.telemetry, kit.deadLetters, work).start();
        new CountDownLatch(1).await();
    }

    static WorkQueueSettings settings(String group, int workers) {
        return new WorkQueueSettings(Topics.PLAN_REQUESTS, group, workers, Duration.ofSeconds(2), 5);
    }

    static Process start(SharedNeighbours neighbours, String group, int workers, String runId, Path holds)
            throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.flyball.contract",
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeldForever.class.getName(),
                        neighbours.bootstrapServers(),
                        neighbours.registryUrl(),
                        group,
                        Integer.toString(workers),
                        runId,
                        holds.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "held-forever.log").toFile()))
                .start();
    }
}
