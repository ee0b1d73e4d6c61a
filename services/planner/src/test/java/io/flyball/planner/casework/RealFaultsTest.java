package io.flyball.planner.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flyball.planner.casework.FollowedCase.Answer;
import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.CallStatus;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.ProposedAction;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Faults that are really there: a stage of real programs on loopback, an injected fault, probes that really run. No governor, no
 * executor and no remedy: what is shown is the diagnosis.
 */
@EnabledIfSystemProperty(named = "flyball.faults", matches = "true", disabledReason = "its scripts wait by fixed times")
@DisplayName("CASE-5 a fault of a real stage is diagnosed by component and kind")
class RealFaultsTest {
    private static final Path LAB = Path.of("../../faults").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private final Map<String, String> settings = new HashMap<>();

    static List<String> faults() throws IOException {
        try (Stream<Path> folders = Files.list(LAB)) {
            return folders.filter(each -> Files.exists(each.resolve("fault.yaml")))
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void diagnosed(String fault) throws Exception {
        assumeTrue(
                Stream.of("redis-server", "openssl", "python3", "curl", "ss", "setsid")
                        .allMatch(RealFaultsTest::isHere),
                "a program of the stage is not on this machine");
        Map<?, ?> said = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(LAB.resolve(fault).resolve("fault.yaml")));
        Map<?, ?> expects = (Map<?, ?>) said.get("expects");
        Map<?, ?> alert = (Map<?, ?>) said.get("alert");
        settle();
        try {
            assertThat(script("stage/start")).as("the stage stands").isZero();
            assertThat(script(fault + "/check"))
                    .as("untouched, the check is content")
                    .isZero();
            assertThat(verdict(alert, "before"))
                    .as("untouched, no cause is there")
                    .isEqualTo("none");
            assertThat(script(fault + "/inject")).isZero();
            assertThat(script(fault + "/check"))
                    .as("doing nothing is not enough")
                    .isNotZero();
            assertThat(verdict(alert, "after")).isEqualTo(expects.get("component") + "/" + expects.get("kind"));
        } finally {
            script("stage/stop");
        }
    }

    private void settle() throws IOException {
        settings.put("LAB", LAB.toString());
        settings.put("STAGE", Files.createDirectory(folder.resolve("stage")).toString());
        for (String port : List.of("PORT", "REDIS_PORT", "PARTNER_PORT", "TLS_PORT")) {
            try (ServerSocket socket = new ServerSocket(0)) {
                settings.put(port, String.valueOf(socket.getLocalPort()));
            }
        }
    }

    private int script(String name) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(LAB.resolve(name).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("script.log").toFile());
        builder.environment().putAll(settings);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(name).isTrue();
        return process.exitValue();
    }

    /** Component and kind of the one supported cause, {@code none} where none is, or what is told instead. */
    private String verdict(Map<?, ?> alert, String when) throws Exception {
        var told = new AlertFacts(
                String.valueOf(alert.get("name")),
                "till",
                "critical",
                "alertmanager",
                false,
                Map.of(),
                Map.of("summary", String.valueOf(alert.get("summary"))),
                FollowedCase.NOW);
        var run = new FollowedCase(Files.createDirectory(folder.resolve(when)), entry(), told);
        for (int round = 0; round < 5 && !run.wanted().isEmpty(); round++) {
            Map<String, Answer> answers = new TreeMap<>();
            for (ProposedAction action : run.wanted()) {
                answers.put(String.valueOf(action.label()).replaceAll("^.*:", ""), made(action));
            }
            run.answer(answers);
        }
        if (!(run.decide() instanceof Decision.Escalate escalated)) {
            return "no briefing: " + run.decide();
        }
        long causes = escalated
                .known()
                .lines()
                .filter(line -> line.startsWith("Cause ("))
                .count();
        return causes == 0 && when.equals("before")
                ? "none"
                : causes == 1
                        ? escalated.reason().replaceAll("(?s).*\\[([a-z-]+/[a-z-]+)].*", "$1")
                        : escalated.reason() + "\n" + escalated.known();
    }

    private String entry() {
        String stage = settings.get("STAGE");
        return """
                name: till
                kind: service
                environment: staging
                health: ["http://127.0.0.1:%s/health"]
                dependsOn: [partner]
                runs:
                  process: till-%s
                  port: "%s"
                  log: %s/till.log
                  config: %s/till.conf
                  declared: %s/declared.conf
                  folder: %s
                  redis_port: "%s"
                  redis_memory: "0"
                  redis_policy: noeviction
                  queue: orders
                  tls: 127.0.0.1:%s
                  certificate: %s/served.crt
                  backup: %s/backup
                """.formatted(
                                settings.get("PORT"),
                                settings.get("PORT"),
                                settings.get("PORT"),
                                stage,
                                stage,
                                stage,
                                stage,
                                settings.get("REDIS_PORT"),
                                settings.get("TLS_PORT"),
                                stage,
                                stage)
                + "---\nname: partner\nkind: service\nenvironment: staging\nhealth: [\"tcp://127.0.0.1:"
                + settings.get("PARTNER_PORT") + "\"]\n";
    }

    private static Answer made(ProposedAction action) throws Exception {
        return switch (action.tool()) {
            case "run_command" -> command((List<?>) action.arguments().get("argv"));
            case "health_check" -> health(String.valueOf(action.arguments().get("url")));
            case "http_request" -> page(String.valueOf(action.arguments().get("url")));
            default -> throw new AssertionError(action.tool());
        };
    }

    private static Answer command(List<?> argv) throws Exception {
        if (!isHere(String.valueOf(argv.getFirst()))) {
            return new Answer(CallStatus.FAILED, 127, "there is no program " + argv.getFirst());
        }
        Process process = new ProcessBuilder(argv.stream().map(String::valueOf).toList())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return exit == 0 ? Answer.ok(text) : Answer.failed(exit, text);
    }

    /** In the words of the executor's tool. */
    private static Answer health(String url) {
        URI uri = URI.create(url);
        try {
            if (uri.getScheme().equals("tcp")) {
                new Socket(uri.getHost(), uri.getPort()).close();
                return Answer.ok(url + " is healthy: port " + uri.getPort() + " accepts connections");
            }
            int status = get(uri).statusCode();
            return status == 200
                    ? Answer.ok(url + " is healthy: status 200")
                    : Answer.failed(1, url + " is not healthy after 2 attempts: status " + status + ", expected 200");
        } catch (IOException | InterruptedException e) {
            return Answer.failed(1, url + " is not healthy after 2 attempts: no answer: " + e.getMessage());
        }
    }

    private static Answer page(String url) {
        try {
            HttpResponse<String> response = get(URI.create(url));
            return Answer.ok("HTTP " + response.statusCode() + "\n\n" + response.body());
        } catch (IOException | InterruptedException e) {
            return Answer.failed(1, "GET " + url + " failed: " + e.getMessage());
        }
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static boolean isHere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
