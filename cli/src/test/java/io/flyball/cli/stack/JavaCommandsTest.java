package io.flyball.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaCommandsTest {

    @TempDir
    Path temporary;

    @Test
    @DisplayName("OBS-1 In one JVM the services export their spans themselves, and no agent is attached")
    void oneJvm() throws IOException {
        var command = commands(new UpOptions(StackMode.ONE_JVM, 8000, true, Planning.AUTO))
                .together(List.of(SuiteService.CONSOLE, SuiteService.PLANNER));
        assertThat(command)
                .noneMatch(word -> word.startsWith("-javaagent:"))
                .containsSequence(
                        "io.flyball.suite.SuiteMain", data().resolve("logs").toString(), "console")
                .containsSequence("planner", "--server.port=8002")
                .contains(
                        "--flyball.connection.kafka=127.0.0.1:8010",
                        "--flyball.connection.registry=http://127.0.0.1:8012",
                        "--flyball.connection.redis=redis://127.0.0.1:8014",
                        "--flyball.connection.zipkin=http://127.0.0.1:8015",
                        "--flyball.planner.mode=auto");
    }

    @Test
    @DisplayName("OBS-1 Apart, the agent exports the spans, under the service's name")
    void processes() throws IOException {
        var command = commands(new UpOptions(StackMode.PROCESSES, 8000, true, Planning.RUNBOOK))
                .alone(SuiteService.TOOL_EXECUTOR);
        assertThat(command)
                .anyMatch(word -> word.startsWith("-javaagent:"))
                .noneMatch(word -> word.startsWith("--flyball.connection.zipkin="))
                .contains(
                        "-Dotel.service.name=tool-executor",
                        "-Dotel.exporter.zipkin.endpoint=http://127.0.0.1:8015/api/v2/spans",
                        "-Dotel.instrumentation.opentelemetry-api.enabled=true",
                        "--server.port=8004");
    }

    @Test
    void withoutTracingNothingIsExported() throws IOException {
        var together = commands(new UpOptions(StackMode.ONE_JVM, 8000, false, Planning.AUTO))
                .together(List.of(SuiteService.values()));
        var alone = commands(new UpOptions(StackMode.PROCESSES, 8000, false, Planning.AUTO))
                .alone(SuiteService.GOVERNOR);
        assertThat(together).noneMatch(word -> word.startsWith("--flyball.connection.zipkin="));
        assertThat(alone).noneMatch(word -> word.contains("otel"));
    }

    @Test
    void theClassPathIsTheModulesJarAndWhatTheBuildWroteDown() throws IOException {
        var command = commands(UpOptions.USUAL).alone(SuiteService.NOTIFIER);
        assertThat(command.get(command.indexOf("-cp") + 1))
                .isEqualTo(home().resolve("services/notifier/target/flyball-notifier-1.0.jar")
                        + File.pathSeparator
                        + "/libraries/notifier.jar");
    }

    @Test
    @DisplayName("What a service keeps is in the data folder; the executor finds the data folder's programs first")
    void nothingIsKeptElsewhere() throws IOException {
        var settings = new ServiceSettings(UpOptions.USUAL, Fixtures.folder(data()), Fixtures.installation(home()));
        assertThat(settings.of(SuiteService.GOVERNOR))
                .contains("--flyball.governor.streams.state-directory=" + data().resolve("streams/governor"))
                .contains("--flyball.security.token-file=" + data().resolve("token"));
        assertThat(settings.of(SuiteService.TOOL_EXECUTOR))
                .contains("--flyball.executor.trash.home=" + data())
                .anyMatch(word -> word.startsWith("--flyball.executor.commands.path=" + data().resolve("bin") + ":"
                        + home().resolve("demo") + ":"));
    }

    private JavaCommands commands(UpOptions options) throws IOException {
        return new JavaCommands(new ServiceSettings(options, Fixtures.folder(data()), Fixtures.installation(home())));
    }

    private Path home() {
        return temporary.resolve("home");
    }

    private Path data() {
        return temporary.resolve("data");
    }
}
