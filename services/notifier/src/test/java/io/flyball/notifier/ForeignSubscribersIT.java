package io.flyball.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.Outcome;
import io.flyball.contract.RunResult;
import io.flyball.contract.TokenCount;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each example runs as a program of its own, with nothing of Flyball on its class path. */
@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
class ForeignSubscribersIT {
    private static final Path EXAMPLES = Path.of("../../docs/examples");

    @ParameterizedTest
    @CsvSource({"subscribe-results, SubscribeResults", "subscribe-results-spring, com.example.results.ResultsSubscriber"
    })
    @DisplayName("CON-6 OPS-7 who shares no code with us reads our records: plain clients, and Spring Cloud Stream")
    void readsOurRecords(String example, String main, SharedNeighbours neighbours, @TempDir Path folder)
            throws Exception {
        String run = "run-of-" + main + "-" + System.nanoTime();
        Path said = folder.resolve("said");
        try (var ours = new NotifierUnderTest(neighbours, folder)) {
            Process reader = program(neighbours, example, main, folder, said);
            try {
                ours.send(Topics.RESULTS, result(run));
                Await.that("the result is told, or the program has ended")
                        .until(() -> text(said).contains(run) || !reader.isAlive());
                assertThat(text(said)).contains("RESOLVED  first-responder  " + run + ": done");
            } finally {
                reader.destroyForcibly().waitFor();
            }
        }
    }

    private static Process program(SharedNeighbours neighbours, String example, String main, Path folder, Path said)
            throws IOException {
        Path source = EXAMPLES.resolve(example).resolve("src/main");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-d",
                                folder.toString(),
                                "-cp",
                                foreign(),
                                source.resolve("java/" + main.replace('.', '/') + ".java")
                                        .toString()))
                .isZero();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(
                        File.pathSeparator,
                        folder.toString(),
                        source.resolve("resources").toString(),
                        foreign()),
                main);
        builder.environment().put("KAFKA", neighbours.bootstrapServers());
        builder.environment().put("REGISTRY", neighbours.registryUrl());
        builder.environment().put("GROUP", main + System.nanoTime());
        return builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    }

    /** Everything of this test's class path that others can have too. */
    private static String foreign() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar")
                        && !Path.of(entry).getFileName().toString().startsWith("flyball-"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static RunResult result(String run) {
        return RunResult.newBuilder()
                .setId(run)
                .setRunId(run)
                .setTenant("default")
                .setPrincipal("system")
                .setAgent("first-responder")
                .setEnvironment("staging")
                .setGoal("goal")
                .setOutcome(Outcome.RESOLVED)
                .setReason("")
                .setSummary("done")
                .setConfidence(1)
                .setDryRun(false)
                .setActions(List.of())
                .setVerification(List.of())
                .setSteps(4)
                .setLlmCalls(1)
                .setTokens(new TokenCount(0L, 0L, 0L, 0L))
                .setCostMicros(250_000)
                .setActiveMillis(1_000)
                .setOpenedAt(Instant.EPOCH)
                .setClosedAt(Instant.EPOCH.plusSeconds(7))
                .setTraceId("")
                .setFindings(List.of())
                .setCollateral(List.of())
                .setEffective(true)
                .build();
    }
}
