package io.flyball.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.output.Json;
import io.flyball.cli.stack.CommandLineProcess.Result;
import io.flyball.localstack.PortCheck;
import io.flyball.testkit.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The whole stack in one JVM, really started")
@EnabledOnOs(OS.LINUX)
class UpE2E {

    @TempDir
    Path temporary;

    private final String base = "--port-base=" + freeBase();

    @AfterEach
    void down() throws Exception {
        flyball().run("down");
    }

    @Test
    @DisplayName(
            "CLI-1 OPS-3 up starts everything on loopback; a killed supervisor leaves nothing; data stays; down ends all")
    void fromUpToDown() throws Exception {
        var first = up();
        everythingIsReady(first);
        nothingListensElsewhere(first);
        nothingIsKeptElsewhere();
        anotherUpSaysWhereItIs();
        aPartIsRestarted(first);
        var fingerprint = alertIsSent();

        kill(first.supervisor());
        Await.that("nothing of the stack lives on").until(() -> living(first).isEmpty());
        var second = up();
        assertThat(flyball().run("runs", "list", "-o", "json").said()).contains(fingerprint);

        var ended = flyball().run("down");
        assertThat(ended.exitCode()).as(ended.said()).isZero();
        assertThat(living(second)).isEmpty();
        assertThat(second.supervisor().alive()).isFalse();
        assertThat(data().resolve("stack.json")).doesNotExist();
    }

    @Test
    @DisplayName("CLI-1 Ctrl-C while it starts ends what has been started")
    void brokenOff() throws Exception {
        var said = temporary.resolve("said.txt");
        var up = flyball().start(said, "up", base, "--no-tracing");
        Await.that("a process of the stack runs")
                .atMost(Duration.ofMinutes(3))
                .until(() -> folder().record()
                        .filter(record -> !record.neighbours().isEmpty())
                        .isPresent());
        var begun = record();
        new ProcessBuilder("/bin/sh", "-c", "kill -INT " + up.pid()).start().waitFor();
        assertThat(up.waitFor()).isEqualTo(130);
        assertThat(living(begun)).isEmpty();
        assertThat(data().resolve("stack.json")).doesNotExist();
        assertThat(Files.readString(said)).contains("Ending everything");
    }

    private StackRecord up() throws Exception {
        var result = flyball().run("up", "-d", base, "--planner=runbook");
        assertThat(result.exitCode()).as(result.said()).isZero();
        assertThat(result.said()).contains("Flyball is up", "#token=", "./flyball demo");
        return record();
    }

    private void everythingIsReady(StackRecord stack) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (var service : stack.services()) {
                var question = HttpRequest.newBuilder(URI.create(service.url() + "/actuator/health/readiness"));
                assertThat(client.send(question.build(), BodyHandlers.ofString())
                                .statusCode())
                        .as(service.name())
                        .isEqualTo(200);
            }
        }
        var status = Json.parse(flyball().run("status", "-o", "json").said());
        assertThat(status.path("mode").asString()).isEqualTo("one-jvm");
        assertThat(status.path("services")
                        .valueStream()
                        .map(part -> part.path("name").asString()))
                .containsExactly(Stream.of(SuiteService.values())
                        .map(SuiteService::label)
                        .toArray(String[]::new));
        assertThat(Stream.of("services", "neighbours")
                        .flatMap(kind -> status.path(kind).valueStream()))
                .hasSize(11)
                .allSatisfy(part -> {
                    assertThat(part.path("state").asString()).isEqualToIgnoringCase("up");
                    assertThat(part.path("url").asString()).contains("127.0.0.1:");
                });
        assertThat(status.path("stop").path("active").asBoolean(true)).isFalse();
    }

    private static void nothingListensElsewhere(StackRecord stack) throws IOException {
        var pids = Stream.concat(Stream.of(stack.supervisor()), stack.processes().stream())
                .map(ProcessMark::pid)
                .toList();
        assertThat(Listeners.of(pids)).hasSizeGreaterThanOrEqualTo(13).allMatch(Listeners::isLoopback);
    }

    /** A service that was not told where to keep its state would keep it in a folder of its own choice. */
    private void nothingIsKeptElsewhere() throws IOException {
        try (var files = Files.list(data())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .isSubsetOf(
                            "broker",
                            "registry",
                            "redis",
                            "logs",
                            "streams",
                            "audit",
                            "scratch",
                            "grants",
                            "token",
                            "up.lock",
                            "stack.json",
                            "flyball-data.txt");
        }
    }

    private void anotherUpSaysWhereItIs() throws Exception {
        var again = flyball().run("up", "-d");
        assertThat(again.exitCode()).isZero();
        assertThat(again.said()).contains("up already", record().url("console").orElseThrow());
    }

    private void aPartIsRestarted(StackRecord before) throws Exception {
        var result = flyball().run("restart", "redis");
        assertThat(result.exitCode()).as(result.said()).isZero();
        assertThat(process(record(), "redis")).isNotEqualTo(process(before, "redis"));
        assertThat(flyball().run("logs", "redis", "-n", "500").said()).contains("Ready to accept connections");
    }

    /** @return the fingerprint of an alert for which a run was opened */
    private String alertIsSent() throws Exception {
        var alert = temporary.resolve("alert.json");
        Files.writeString(alert, "{\"name\": \"DiskFull\", \"labels\": {\"service\": \"db\"}}");
        Result sent = flyball().run("alerts", "send", alert.toString(), "-o", "json");
        assertThat(sent.exitCode()).as(sent.said()).isZero();
        Await.that("a run is open")
                .until(() -> flyball().run("runs", "list", "-o", "json").said().contains("DiskFull"));
        return "DiskFull";
    }

    private static void kill(ProcessMark process) {
        var handle = process.process().orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
    }

    private static ProcessMark process(StackRecord stack, String name) {
        return stack.parts()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow()
                .process();
    }

    private static List<ProcessMark> living(StackRecord stack) {
        return stack.processes().stream().filter(ProcessMark::alive).toList();
    }

    private StackRecord record() {
        return folder().record().orElseThrow();
    }

    private StackFolder folder() {
        return Fixtures.folder(data());
    }

    private CommandLineProcess flyball() {
        return new CommandLineProcess(data());
    }

    private Path data() {
        return temporary.resolve("data");
    }

    private static int freeBase() {
        return ThreadLocalRandom.current()
                .ints(12_000, 31_000)
                .filter(from -> new PortCheck()
                        .taken(IntStream.range(from, from + 16).boxed().toList())
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
