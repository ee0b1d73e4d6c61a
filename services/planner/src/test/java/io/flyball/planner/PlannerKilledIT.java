package io.flyball.planner;

import static io.flyball.planner.PlannerUnderTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.PlanDecision;
import io.flyball.contract.PlanDecisionKind;
import io.flyball.localstack.NeighbourKind;
import io.flyball.planner.provider.StandInProvider;
import io.flyball.planner.provider.WireFormat;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS, NeighbourKind.TRACING})
class PlannerKilledIT {
    private static final String ASK =
            "{\"question\":\"Which?\",\"reasoning\":\"unsure\",\"confidence\":0.5,\"complexity\":2}";

    /** Two Java processes start, and a lock runs out. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "RUN-20 a planner killed (-9) while the model thinks loses nothing: another answers, under the same id")
    void killedWhileTheModelThinks(SharedNeighbours neighbours) throws Exception {
        try (var planner = new PlannerUnderTest(neighbours, folder);
                var provider = new StandInProvider()) {
            String run = UUID.randomUUID().toString();
            provider.repliesAfter(600_000, WireFormat.OPENAI.calls("ask", ASK));
            String[] settings = {
                "--flyball.planner.provider=openai",
                "--flyball.planner.base-url=" + provider.address("/v1"),
                "--flyball.planner.lock=10s",
                "--flyball.planner.call-timeout=5m"
            };
            Process first = start(planner, settings);
            try {
                planner.ask(request(run, 1)
                        .setDeadline(
                                Instant.now().plus(PATIENCE.multipliedBy(3)).truncatedTo(ChronoUnit.MILLIS))
                        .build());
                Await.that("the model is asked")
                        .atMost(PATIENCE)
                        .until(() -> !provider.asked().isEmpty());
            } finally {
                first.destroyForcibly().waitFor();
            }
            provider.replies(WireFormat.OPENAI.calls("ask", ASK));
            try (var _ = planner.start(settings)) {
                Await.that("another planner has answered")
                        .atMost(PATIENCE)
                        .until(() -> !planner.decisionsOf(run).isEmpty());
                PlanDecision decision = planner.decisionOf(run);
                assertThat(decision.getId()).isEqualTo(run + ":p1.1:d");
                assertThat(decision.getDecision()).isEqualTo(PlanDecisionKind.ASK);
                assertThat(planner.decisionsOf(run)).hasSize(1);
                assertThat(provider.asked()).hasSize(2);
            }
        }
    }

    private static Process start(PlannerUnderTest planner, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.flyball.contract",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PlannerApplication.class.getName()));
        command.addAll(planner.settings(settings));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "killed-planner.log").toFile()))
                .start();
    }
}
