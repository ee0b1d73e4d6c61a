package io.flyball.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    @TempDir
    Path directory;

    @Test
    @DisplayName("TOOL-1 the shipped catalogue loads, and every tool states effect, operation and arguments")
    void shippedCatalogueLoads() {
        Catalogue shipped = Catalogue.load(Path.of(""));

        assertThat(shipped.tools())
                .extracting(ToolDefinition::name)
                .contains("run_command", "read_file", "write_file", "http_request", "health_check");
        assertThat(shipped.tools())
                .allSatisfy(tool -> assertThat(tool.arguments()).containsEntry("type", "object"));
        assertThat(shipped.agents()).isNotEmpty();
    }

    @Test
    @DisplayName("GOV-4 a mistake is told with file, line and reason")
    void mistakesNameFileAndLine() throws IOException {
        Files.createDirectories(directory.resolve("tools"));
        write("agents/a.yaml", "name: a\npurpose: p\ntools: []\ncolour: red\n");

        assertThatThrownBy(() -> Catalogue.load(directory))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("a.yaml:4")
                .hasMessageContaining("colour");
    }

    @Test
    void missingKeysAndUnknownToolsAreErrors() throws IOException {
        Files.createDirectories(directory.resolve("tools"));
        write("agents/a.yaml", "name: a\ntools: []\n");
        assertThatThrownBy(() -> Catalogue.load(directory)).hasMessageContaining("purpose");

        write("agents/a.yaml", "name: a\npurpose: p\ntools: [magic]\n");
        assertThatThrownBy(() -> Catalogue.load(directory)).hasMessageContaining("unknown tool magic");
    }

    @Test
    @DisplayName("ING-8 a schedule names cron, zone, goal and what becomes of missed firings")
    void schedules() throws IOException {
        Files.createDirectories(directory.resolve("tools"));
        write("agents/a.yaml", """
                name: a
                purpose: p
                tools: []
                schedules:
                  - name: nightly
                    cron: "30 2 * * *"
                    zone: Europe/Berlin
                    goal: Check the backups
                    environment: production
                    missed: run-once
                    inputs: {depth: full}
                  - {name: often, cron: "*/10 * * * * *", goal: g, environment: staging}
                """);
        List<ScheduleDefinition> schedules =
                Catalogue.load(directory).agent("a").orElseThrow().schedules();

        assertThat(schedules.getFirst().missed()).isEqualTo(ScheduleDefinition.Missed.RUN_ONCE);
        assertThat(schedules.getFirst().inputs()).containsEntry("depth", "full");
        assertThat(schedules.getFirst().firingAfter(Instant.parse("2026-01-01T00:00:00Z")))
                .contains(Instant.parse("2026-01-01T01:30:00Z"));
        assertThat(schedules.getLast().missed()).isEqualTo(ScheduleDefinition.Missed.SKIP);
        assertThat(schedules.getLast().firingAfter(Instant.parse("2026-01-01T00:00:00Z")))
                .contains(Instant.parse("2026-01-01T00:00:10Z"));
    }

    @Test
    @DisplayName("ING-8 a schedule that cannot work is told with file, line and reason")
    void schedulesThatCannotWork() throws IOException {
        Files.createDirectories(directory.resolve("tools"));
        String head = "name: a\npurpose: p\ntools: []\nschedules:\n";
        write("agents/a.yaml", head + "  - {name: n, cron: sometimes, goal: g, environment: e}\n");
        assertThatThrownBy(() -> Catalogue.load(directory))
                .hasMessageContaining("a.yaml:5")
                .hasMessageContaining("sometimes");
        write("agents/a.yaml", head + "  - {name: n, cron: '0 1 * * *', zone: Mars, goal: g, environment: e}\n");
        assertThatThrownBy(() -> Catalogue.load(directory)).hasMessageContaining("no time zone is called Mars");
        write("agents/a.yaml", head + "  - {name: n, cron: '0 1 * * *', goal: g, environment: e, missed: always}\n");
        assertThatThrownBy(() -> Catalogue.load(directory)).hasMessageContaining("run-once");
        String twice = "  - {name: n, cron: '0 1 * * *', goal: g, environment: e}\n";
        write("agents/a.yaml", head + twice + twice);
        assertThatThrownBy(() -> Catalogue.load(directory)).hasMessageContaining("called n");
    }

    @Test
    void commandPatternsMatchWholeArguments() {
        var permission = new CommandPermission(List.of("deployctl", "status", "*"), ToolEffect.READ, "read", true);
        assertThat(permission.allows(List.of("deployctl", "status", "shop"))).isTrue();
        assertThat(permission.allows(List.of("deployctl", "status"))).isFalse();
        assertThat(permission.allows(List.of("deployctl", "status", "shop", "--force")))
                .isFalse();

        var open = new CommandPermission(List.of("git", "log", "**"), ToolEffect.READ, "read", true);
        assertThat(open.allows(List.of("git", "log"))).isTrue();
        assertThat(open.allows(List.of("git", "log", "-1"))).isTrue();
        assertThat(open.allows(List.of("git", "push"))).isFalse();
    }

    @Test
    @DisplayName("RUN-15 a command may name the read that shows what it changes")
    void observation() {
        var permission = new CommandPermission(
                List.of("deployctl", "rollback", "*"),
                ToolEffect.CHANGE,
                "rollback",
                true,
                List.of("deployctl", "status", "{{2}}"));
        assertThat(permission.observation(List.of("deployctl", "rollback", "shop$1")))
                .contains(List.of("deployctl", "status", "shop$1"));
        assertThat(new CommandPermission(List.of("ls"), ToolEffect.READ, "read", true).observation(List.of("ls")))
                .isEmpty();
    }

    @Test
    @DisplayName("SBX-2 a permission says what its command finds of the machine; what it does not say is not there")
    void sandboxNeeds() throws IOException {
        Files.createDirectories(directory.resolve("tools"));
        String head = "name: a\npurpose: p\ntools: []\ncommands:\n";
        write("agents/a.yaml", head + """
                  - {argv: [ps], effect: READ, operation: read, sandbox: {processes: host, network: ["db:5432"], readable: [/run/x], writable: [/srv]}}
                  - {argv: [ctl, restart], effect: CHANGE, operation: restart, sandbox: {level: process, service: true}}
                  - {argv: [ls], effect: READ, operation: read}
                """);
        List<CommandPermission> commands =
                Catalogue.load(directory).agent("a").orElseThrow().commands();

        assertThat(commands)
                .extracting(CommandPermission::needs)
                .containsExactly(
                        new SandboxNeeds(
                                SandboxLevel.NAMESPACES,
                                ProcessView.HOST,
                                List.of("db:5432"),
                                List.of("/run/x"),
                                List.of("/srv"),
                                false),
                        new SandboxNeeds(SandboxLevel.PROCESS, ProcessView.OWN, List.of(), List.of(), List.of(), true),
                        SandboxNeeds.NONE);
        assertThat(SandboxNeeds.NONE.level()).isEqualTo(SandboxLevel.NAMESPACES);
    }

    @Test
    @DisplayName("SBX-6 what a command leaves running cannot be promised to live on where the kernel ends it")
    void sandboxNeedsThatCannotWork() throws IOException {
        Files.createDirectories(directory.resolve("tools"));
        String head =
                "name: a\npurpose: p\ntools: []\ncommands:\n  - {argv: [x], effect: READ, operation: read, sandbox: ";
        write("agents/a.yaml", head + "{service: true}}\n");
        assertThatThrownBy(() -> Catalogue.load(directory)).hasMessageContaining("level: process");
        write("agents/a.yaml", head + "{readable: [here]}}\n");
        assertThatThrownBy(() -> Catalogue.load(directory)).hasMessageContaining("begin with /");
        write("agents/a.yaml", head + "{processes: everybody}}\n");
        assertThatThrownBy(() -> Catalogue.load(directory)).hasMessageContaining("a.yaml:5");
        write("agents/a.yaml", head + "{colour: red}}\n");
        assertThatThrownBy(() -> Catalogue.load(directory)).hasMessageContaining("colour");
    }

    @Test
    void matchersNeedNameAndAllLabels() {
        var matcher = new AlertMatcher("Service.*", Map.of("team", "shop|checkout"));
        assertThat(matcher.matches("ServiceDown", Map.of("team", "shop"))).isTrue();
        assertThat(matcher.matches("ServiceDown", Map.of())).isFalse();
        assertThat(matcher.matches("DiskFull", Map.of("team", "shop"))).isFalse();
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
