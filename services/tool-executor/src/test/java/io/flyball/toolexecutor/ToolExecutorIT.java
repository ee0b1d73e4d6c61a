package io.flyball.toolexecutor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.ToolDefinition;
import io.flyball.contract.AuditFact;
import io.flyball.contract.AuditKind;
import io.flyball.contract.Effect;
import io.flyball.contract.ErrorClass;
import io.flyball.contract.Notification;
import io.flyball.contract.ToolCall;
import io.flyball.contract.ToolResult;
import io.flyball.contract.ToolStatus;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopOrders;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import io.flyball.toolexecutor.claim.ClaimRequest;
import io.flyball.toolexecutor.claim.ClaimSettings;
import io.flyball.toolexecutor.claim.RedisClaims;
import io.flyball.toolexecutor.tools.Tool;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToolExecutorIT {
    private ExecutorUnderTest executor;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start(SharedNeighbours neighbours, @TempDir Path folder) throws Exception {
        executor = new ExecutorUnderTest(neighbours, folder.toRealPath());
        service = executor.start("--flyball.executor.workers=4");
    }

    @AfterAll
    void stop() {
        service.close();
        executor.close();
    }

    private ToolResult run(ToolCall call) {
        executor.send(call);
        return executor.ended(call);
    }

    private static ToolCall call(String tool, Effect effect, Map<String, Object> arguments) {
        return Calls.call(tool, effect, arguments).build();
    }

    @Test
    @DisplayName("TOOL-1 each tool that the catalogue declares is there to act, and each that can act is declared")
    void everyToolIsThere() {
        List<String> acting = service.getBeansOfType(Tool.class).values().stream()
                .map(Tool::name)
                .toList();
        assertThat(Catalogue.load(Path.of("../../catalogue")).tools())
                .extracting(ToolDefinition::name)
                .containsExactlyInAnyOrderElementsOf(acting);
    }

    @Test
    @DisplayName("TOOL-2 a command runs: started, then succeeded, with its output, exit code, usage and audit")
    void aCommandRuns() {
        ToolCall call = Calls.command(Effect.READ, "echo", "hello");
        ToolResult result = run(call);

        assertThat(result.getStatus()).isEqualTo(ToolStatus.SUCCEEDED);
        assertThat(result.getOutput()).isEqualTo("hello\n");
        assertThat(result.getOutputLength()).isEqualTo(6);
        assertThat(result.getExitCode()).isZero();
        assertThat(result.getStartedAt()).isNotNull().isBeforeOrEqualTo(result.getFinishedAt());
        assertThat(result.getId()).isEqualTo(call.getActionId() + "/1/SUCCEEDED");
        assertThat(executor.all(call))
                .extracting(ToolResult::getStatus)
                .containsExactly(ToolStatus.STARTED, ToolStatus.SUCCEEDED);
        Await.that("its usage is there")
                .until(() -> executor.usage(call.getRunId()).size() == 1);
        assertThat(executor.usage(call.getRunId()).getFirst().getTool()).isEqualTo("run_command");
        Await.that("its audit is there")
                .until(() -> executor.audit(call.getRunId()).size() == 2);
        assertThat(executor.audit(call.getRunId()))
                .extracting(AuditFact::getKind)
                .containsExactly(AuditKind.ACTION_BEFORE, AuditKind.ACTION_AFTER);
    }

    @Test
    @DisplayName("TOOL-2 SBX-1 commands that are joined by pipes run as one, and no word of them is interpreted")
    void aPipeRuns() {
        List<String> words = List.of("echo", "-e", "b'; $(id) `id` $HOME > x *\nc\na | id");
        ToolResult result = run(call(
                "run_command",
                Effect.READ,
                Map.of("argv", words, "pipe", List.of(List.of("sort"), List.of("grep", "-v", "^c")))));

        assertThat(result.getStatus()).isEqualTo(ToolStatus.SUCCEEDED);
        assertThat(result.getOutput()).isEqualTo("a | id\nb'; $(id) `id` $HOME > x *\n");
    }

    @Test
    @DisplayName("SBX-1 behind a pipe the executor refuses what the governor refuses")
    void aPipeIntoAShellIsRefused() {
        ToolResult result = run(call(
                "run_command",
                Effect.READ,
                Map.of("argv", List.of("echo", "id"), "pipe", List.of(List.of("sh", "-c", "echo acted")))));

        assertThat(result.getStatus()).isEqualTo(ToolStatus.REFUSED);
    }

    @Test
    @DisplayName("AUD-1 what an action is for is told before it, how it went after it")
    void theAuditIsTold() {
        ToolCall call = Calls.command(Effect.READ, "echo", "one");
        run(call);

        assertThat(executor.audit(call.getRunId()))
                .extracting(AuditFact::getKind)
                .containsExactly(AuditKind.ACTION_BEFORE, AuditKind.ACTION_AFTER);
    }

    @Test
    @DisplayName("SEC-3 SEC-5 a secret by reference reaches its target and no topic, in whatever form it comes back")
    void secretByReference() throws Exception {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String got = exchange.getRequestHeaders().getFirst("X-Key");
            heard.add(got);
            byte[] body = ("you sent " + got + " or "
                            + Base64.getEncoder().encodeToString(got.getBytes(StandardCharsets.UTF_8)))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            ToolResult echoed = run(call(
                    "http_request", Effect.READ, Map.of("url", url, "headers", Map.of("X-Key", "secret://canary"))));
            assertThat(echoed.getStatus()).isEqualTo(ToolStatus.SUCCEEDED);
            assertThat(heard).containsExactly(ExecutorUnderTest.CANARY);
            assertThat(echoed.getOutput()).containsPattern("you sent \\[secret:secret-canary#\\d+] or \\[secret:");
        } finally {
            server.stop(0);
        }
        ToolResult printed = run(Calls.command(Effect.READ, "sh", "-c", "echo is $CANARY"));
        assertThat(printed.getOutput()).matches("is \\[secret:secret-canary#\\d+]\n");

        String encoded = Base64.getEncoder().encodeToString(ExecutorUnderTest.CANARY.getBytes(StandardCharsets.UTF_8));
        assertThat(executor.everything())
                .anyMatch(record -> EveryRecord.contains(record, "secret-canary"))
                .noneMatch(record -> EveryRecord.contains(record, ExecutorUnderTest.CANARY))
                .noneMatch(record -> EveryRecord.contains(record, encoded));
    }

    @Test
    @DisplayName("SEC-1 secrets do not leave: not in the output, not in the audit")
    void secretsDoNotLeave() {
        String token = "ghp_" + "q7Zt4Lw9Xb2Rk5Vn8Jc3Ph6Ma1B2c3D4e5F6";
        ToolCall call = Calls.command(Effect.READ, "echo", "token is " + token);
        ToolResult result = run(call);

        assertThat(result.getOutput()).matches("token is \\[secret:github-token#\\d+]\n");
        assertThat(result.getRedactions()).isEqualTo(1);
        Await.that("its audit is there")
                .until(() -> executor.audit(call.getRunId()).size() == 3);
        assertThat(executor.audit(call.getRunId()))
                .noneMatch(entry -> entry.toString().contains(token))
                .anyMatch(entry -> entry.getKind() == AuditKind.SECRET_LEAK);
    }

    private Optional<Notification> notice(ToolCall call) {
        return executor.notices().stream()
                .filter(notice -> call.getRunId().equals(notice.getRunId()))
                .findFirst();
    }

    @Test
    @DisplayName("SEC-4 people are told which source holds secrets, once a day however often it is read")
    void leaksAreTold() {
        String token = "ghp_" + "q7Zt4Lw9Xb2Rk5Vn8Jc3Ph6Ma1B2c3D4e5F6";
        ToolCall first = Calls.command(Effect.READ, "echo", "leaks " + token);
        run(first);
        ToolCall again = Calls.command(Effect.READ, "echo", "leaks " + token);
        run(again);

        List<Notification> told = Stream.of(first, again)
                .map(call -> Await.that("people are told")
                        .until(() -> notice(call), Optional::isPresent)
                        .orElseThrow())
                .toList();
        assertThat(told)
                .extracting(Notification::getDedupKey)
                .containsOnly(told.getFirst().getDedupKey());
        assertThat(told.getFirst().getTitle()).startsWith("Secrets can be read at ");
        assertThat(told.getFirst().getBody())
                .contains("run_command", "github-token")
                .doesNotContain(token);
    }

    @Test
    @DisplayName("TOOL-6 a command that takes too long is ended")
    void timedOut() {
        ToolResult result = run(Calls.command(Effect.READ, "sleep", "600"));

        assertThat(result.getStatus()).isEqualTo(ToolStatus.TIMED_OUT);
        assertThat(result.getErrorClass()).isEqualTo(ErrorClass.TRANSIENT);
    }

    @Test
    @DisplayName("TOOL-2 a command that fails brings its exit code")
    void failed() {
        ToolResult result = run(Calls.command(Effect.READ, "false"));

        assertThat(result.getStatus()).isEqualTo(ToolStatus.FAILED);
        assertThat(result.getExitCode()).isOne();
    }

    @Test
    @DisplayName("SBX-5 what the agent may not do is refused, even when it was allowed")
    void refused() {
        for (ToolCall call : List.of(
                Calls.command(Effect.DESTRUCTIVE, "rm", "-rf", "/"),
                Calls.command(Effect.READ, "cat", "/etc/shadow"),
                Calls.command(Effect.READ, "sh", "-c", "echo once >> " + executor.folder() + "/once"),
                call("read_file", Effect.READ, Map.of("path", "/etc/passwd")),
                call("write_file", Effect.CHANGE, Map.of("path", "/etc/motd", "content", "x")),
                call("http_request", Effect.READ, Map.of("url", "http://169.254.169.254/latest")),
                call("http_request", Effect.READ, Map.of("url", "http://127.0.0.1:1/", "method", "POST")),
                call("no_such_tool", Effect.READ, Map.of()))) {
            ToolResult result = run(call);

            assertThat(result.getStatus()).as(call.getArgumentsJson()).isEqualTo(ToolStatus.REFUSED);
            assertThat(result.getError()).isNotBlank();
            assertThat(result.getStartedAt()).isNull();
        }
    }

    @Test
    @DisplayName("APR-2 an action that is not the one that was allowed is refused")
    void anotherAction() {
        ToolCall changed = Calls.call("run_command", Effect.READ, Map.of("argv", List.of("echo", "a")))
                .setArgumentsJson("{\"argv\":[\"echo\",\"b\"]}")
                .build();

        assertThat(run(changed).getStatus()).isEqualTo(ToolStatus.REFUSED);
    }

    @Test
    @DisplayName("RUN-11 a dry run only says what a change would do, and runs reads")
    void dryRun() {
        Path file = executor.folder().resolve("files/dry");
        ToolCall write = Calls.call("write_file", Effect.CHANGE, Map.of("path", file.toString(), "content", "x"))
                .setDryRun(true)
                .build();
        ToolResult result = run(write);

        assertThat(result.getStatus()).isEqualTo(ToolStatus.DRY_RUN);
        assertThat(result.getOutput())
                .isEqualTo("would write 1 characters to " + file + ", which is new\n@@ from line 1 @@\n+x");
        assertThat(file).doesNotExist();
    }

    @Test
    @DisplayName("RUN-11 a dry run of a write shows the difference, of a request what would be sent")
    void dryRunShowsWhat() throws Exception {
        Path file = executor.folder().resolve("files/dry.conf");
        Files.writeString(file, "a\nold\nz\n");
        ToolResult write =
                run(Calls.call("write_file", Effect.CHANGE, Map.of("path", file.toString(), "content", "a\nnew\nz\n"))
                        .setDryRun(true)
                        .build());
        assertThat(write.getOutput()).endsWith("@@ from line 2 @@\n-old\n+new");
        assertThat(file).hasContent("a\nold\nz\n");

        ToolResult request = run(Calls.call(
                        "http_request",
                        Effect.CHANGE,
                        Map.of("url", "http://127.0.0.1:1/x", "method", "POST", "body", "{\"n\":1}"))
                .setDryRun(true)
                .build());
        assertThat(request.getStatus()).isEqualTo(ToolStatus.DRY_RUN);
        assertThat(request.getOutput()).isEqualTo("would send POST http://127.0.0.1:1/x and this body:\n{\"n\":1}");
    }

    @Test
    @DisplayName(
            "RUN-15 a command that is observed brings its target's state before and after, and what else it changed")
    void observed() throws Exception {
        Path files = executor.folder().resolve("files");
        Files.writeString(files.resolve("state"), "old");
        String script = "echo new > " + files + "/state; echo stray > " + files + "/stray";
        ToolResult result = run(Calls.call("run_command", Effect.CHANGE, Map.of("argv", List.of("sh", "-c", script)))
                .setResources(List.of("file:" + files + "/state"))
                .build());

        assertThat(result.getStatus()).as(String.valueOf(result.getError())).isEqualTo(ToolStatus.SUCCEEDED);
        assertThat(result.getBefore()).isEqualTo("old");
        assertThat(result.getAfter()).isEqualTo("new");
        assertThat(result.getCollateral()).containsExactly("file:" + files + "/stray (new)");
        assertThat(result.getFence()).isPositive();
    }

    @Test
    @DisplayName("STOP-2 RUN-15 a stop that comes on while a change is looked at keeps it from starting; later it runs")
    void stoppedWhileLooking() {
        Path acted = executor.folder().resolve("acted");
        ToolCall call = Calls.command(Effect.CHANGE, "sh", "-c", "echo acted >> " + acted);
        executor.send(call);
        executor.awaitStarted(call);
        executor.stop("drill");
        try {
            assertThat(executor.ended(call).getStatus()).isEqualTo(ToolStatus.STOPPED);
            assertThat(acted).doesNotExist();
        } finally {
            executor.release();
        }
        executor.send(ToolCall.newBuilder(call).setDispatch(2).build());
        Await.that("it has acted after the release")
                .until(() ->
                        executor.endings(call).stream().anyMatch(result -> result.getStatus() == ToolStatus.SUCCEEDED));
        assertThat(acted).hasContent("acted");
    }

    @Test
    @DisplayName("RUN-15 what would be observed by anything but an allowed read is refused")
    void observedByNoRead() {
        ToolResult result = run(Calls.command(Effect.CHANGE, "env"));

        assertThat(result.getStatus()).isEqualTo(ToolStatus.REFUSED);
        assertThat(result.getError()).contains("it cannot be observed");
        assertThat(executor.folder().resolve("looked")).doesNotExist();
    }

    @Test
    @DisplayName("ING-5 what an agent causes carries its run: a command by its environment, a request by its headers")
    void marked() throws Exception {
        ToolCall command = Calls.command(Effect.READ, "sh", "-c", "echo $FLYBALL_RUN_ID $FLYBALL_ACTION_ID");
        assertThat(run(command).getOutput()).isEqualTo(command.getRunId() + " " + command.getActionId() + "\n");

        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String marks = String.join(
                    " ",
                    exchange.getRequestHeaders().getFirst("X-Flyball-Run"),
                    exchange.getRequestHeaders().getFirst("X-Flyball-Action"),
                    exchange.getRequestHeaders().getFirst("X-Flyball-Fence"));
            exchange.sendResponseHeaders(200, marks.length());
            exchange.getResponseBody().write(marks.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            ToolCall request = Calls.call("http_request", Effect.CHANGE, Map.of("url", url, "method", "POST"))
                    .setResources(List.of("service:marked"))
                    .build();
            ToolResult result = run(request);
            assertThat(result.getOutput())
                    .endsWith(request.getRunId() + " " + request.getActionId() + " " + result.getFence());
            assertThat(run(call(
                                    "http_request",
                                    Effect.READ,
                                    Map.of("url", url, "headers", Map.of("x-flyball-run", "other"))))
                            .getStatus())
                    .isEqualTo(ToolStatus.REFUSED);
        } finally {
            server.stop(0);
        }
    }

    @Test
    @DisplayName("TOOL-2 a file is written with its old version kept, and read again")
    void files() throws Exception {
        Path file = executor.folder().resolve("files/app.conf");
        Files.writeString(file, "upstream = old");
        ToolCall write =
                call("write_file", Effect.CHANGE, Map.of("path", file.toString(), "content", "upstream = new"));
        ToolResult written = run(write);

        assertThat(written.getStatus()).isEqualTo(ToolStatus.SUCCEEDED);
        assertThat(written.getBefore()).isEqualTo("upstream = old");
        assertThat(written.getAfter()).isEqualTo("upstream = new");
        assertThat(written.getOutput()).contains("flyball trash restore " + write.getActionId());
        assertThat(executor.folder().resolve("flyball-trash/" + write.getActionId() + "/content"))
                .hasContent("upstream = old");
        assertThat(run(call("read_file", Effect.READ, Map.of("path", file.toString())))
                        .getOutput())
                .isEqualTo("upstream = new");
    }

    @Test
    @DisplayName("TOOL-2 an endpoint is asked, and a health check fails with what came back")
    void endpoints() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = "bad upstream".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            assertThat(run(call("http_request", Effect.READ, Map.of("url", url)))
                            .getOutput())
                    .startsWith("HTTP 503")
                    .endsWith("bad upstream");
            ToolResult unhealthy = run(call("health_check", Effect.READ, Map.of("url", url)));
            assertThat(unhealthy.getStatus()).isEqualTo(ToolStatus.FAILED);
            assertThat(unhealthy.getErrorClass()).isEqualTo(ErrorClass.EXTERNAL);
            assertThat(unhealthy.getError()).contains("status 503, expected 200");
            assertThat(unhealthy.getOutput()).endsWith("bad upstream");
            assertThat(run(call("health_check", Effect.READ, Map.of("url", url, "expectedStatus", 503)))
                            .getStatus())
                    .isEqualTo(ToolStatus.SUCCEEDED);
        } finally {
            server.stop(0);
        }
    }

    @Test
    @DisplayName("TOOL-5 a call that is delivered again brings the same result and acts no second time")
    void deliveredAgain() throws Exception {
        Path once = executor.folder().resolve("once");
        ToolCall call = Calls.command(Effect.CHANGE, "sh", "-c", "echo once >> " + once);
        ToolResult first = run(call);
        executor.send(Calls.again(call));

        Await.that("it has answered again").until(() -> executor.endings(call).size() == 2);
        assertThat(executor.endings(call)).containsOnly(first);
        assertThat(Files.readString(once)).isEqualTo("once\n");
        assertThat(executor.audit(call.getRunId()).stream()
                        .map(AuditFact::getId)
                        .distinct())
                .as("told again, its facts have the same ids")
                .hasSize(2);
    }

    @Test
    @DisplayName(
            "TOOL-5 what another executor began and did not end is UNKNOWN for a change, and done again for a read")
    void begunByTheDead() {
        ToolCall change = Calls.command(Effect.CHANGE, "sh", "-c", "echo once >> " + executor.folder() + "/once");
        ToolCall read = Calls.command(Effect.READ, "echo", "again");
        beginAsTheDead(change);
        beginAsTheDead(read);

        ToolResult unknown = run(change);
        assertThat(unknown.getStatus()).isEqualTo(ToolStatus.UNKNOWN);
        assertThat(unknown.getStartedAt()).isNull();
        assertThat(run(read).getOutput()).isEqualTo("again\n");
    }

    private void beginAsTheDead(ToolCall call) {
        var settings = new ClaimSettings(Duration.ofMillis(1), Duration.ofMinutes(1), Duration.ZERO);
        new RedisClaims(executor.redis(), new StopOrders(() -> true), settings)
                .start(new ClaimRequest(
                        call.getActionId(),
                        Set.of(KillSwitch.agent("tester")),
                        "attempt",
                        "the dead",
                        true,
                        call.getRequestedAt()));
    }

    @Test
    @DisplayName("TOOL-5 a call from before Redis was emptied counts as begun")
    void fromBeforeRedisWasEmptied() {
        ToolCall call = Calls.call(
                        "run_command",
                        Effect.CHANGE,
                        Map.of("argv", List.of("sh", "-c", "echo once >> " + executor.folder() + "/once")))
                .setRequestedAt(java.time.Instant.now().minusSeconds(3_600))
                .build();

        assertThat(run(call).getStatus()).isEqualTo(ToolStatus.UNKNOWN);
    }

    @Test
    @DisplayName("RUN-9 cancelling a run ends its running tool")
    void cancelled() {
        ToolCall call = Calls.command(Effect.READ, "sleep", "601");
        executor.send(call);
        executor.awaitStarted(call);
        executor.cancel(call.getRunId());

        assertThat(executor.ended(call).getStatus()).isEqualTo(ToolStatus.CANCELLED);
        ToolCall later = Calls.call("run_command", Effect.READ, Map.of("argv", List.of("echo", "x")))
                .setRunId(call.getRunId())
                .build();
        assertThat(run(later).getStatus()).isEqualTo(ToolStatus.CANCELLED);
        assertThat(executor.all(later)).hasSize(1);
    }

    @Test
    @DisplayName("RUN-9 taking a run over ends its running tool; handed back, the run may act again")
    void takenOver() {
        ToolCall call = Calls.command(Effect.READ, "sleep", "603");
        executor.send(call);
        executor.awaitStarted(call);
        executor.order(io.flyball.contract.ControlKind.TAKE_OVER, call.getRunId());

        assertThat(executor.ended(call).getStatus()).isEqualTo(ToolStatus.CANCELLED);
        ToolCall later = Calls.call("run_command", Effect.READ, Map.of("argv", List.of("echo", "x")))
                .setRunId(call.getRunId())
                .build();
        assertThat(run(later).getStatus()).isEqualTo(ToolStatus.SUCCEEDED);
    }

    @Test
    @DisplayName("RUN-7 TOOL-5 a read that is sent again is made again; a change that is sent again is not")
    void sentAgain() throws Exception {
        Path file = Files.writeString(executor.folder().resolve("files/often.txt"), "first");
        ToolCall read = call("read_file", Effect.READ, Map.of("path", file.toString()));
        ToolCall change = call("write_file", Effect.CHANGE, Map.of("path", file.toString(), "content", "second"));
        assertThat(run(read).getOutput()).isEqualTo("first");
        assertThat(run(change).getStatus()).isEqualTo(ToolStatus.SUCCEEDED);
        Files.writeString(file, "third");

        for (ToolCall call : List.of(change, read)) {
            executor.send(ToolCall.newBuilder(call).setDispatch(2).build());
            Await.that("it has answered again")
                    .until(() -> executor.endings(call).size() == 2);
        }
        assertThat(executor.endings(read).getLast().getOutput()).isEqualTo("third");
        assertThat(file).hasContent("third");
    }

    @Test
    @DisplayName("STOP-6 the agent's kill switch ends what runs and lets nothing start")
    void killSwitch() {
        ToolCall running = Calls.command(Effect.READ, "sleep", "602");
        executor.send(running);
        executor.awaitStarted(running);
        executor.redis().commands().set(KillSwitch.agent("tester").key(), "1");
        try {
            assertThat(executor.ended(running).getStatus()).isEqualTo(ToolStatus.STOPPED);
            ToolResult later = run(Calls.command(Effect.READ, "echo", "x"));
            assertThat(later.getStatus()).isEqualTo(ToolStatus.STOPPED);
            assertThat(later.getStartedAt()).isNull();
        } finally {
            executor.redis().commands().del(KillSwitch.agent("tester").key());
        }
    }

    @Test
    @DisplayName("STOP-2 a call that a stop prevented leaves no claim: sent again after the release it runs")
    void afterTheRelease() {
        ToolCall call = Calls.command(Effect.CHANGE, "sh", "-c", "echo once >> " + executor.folder() + "/once");
        executor.stop("drill");
        try {
            ToolResult stopped = run(call);
            assertThat(stopped.getStatus()).isEqualTo(ToolStatus.STOPPED);
            assertThat(stopped.getError()).contains("drill");
            assertThat(executor.all(call)).hasSize(1);
        } finally {
            executor.release();
        }
        ToolCall again = ToolCall.newBuilder(call).setDispatch(2).build();
        executor.send(again);
        Await.that("it has run").until(() -> executor.endings(call).size() == 2);
        assertThat(executor.endings(call).getLast().getStatus()).isEqualTo(ToolStatus.SUCCEEDED);
        assertThat(executor.endings(call).getLast().getDispatch()).isEqualTo(2);
    }
}
