package io.flyball.toolexecutor.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ProcessView;
import io.flyball.catalogue.SandboxNeeds;
import io.flyball.catalogue.ToolEffect;
import io.flyball.toolexecutor.process.Enclosure;
import io.flyball.toolexecutor.tools.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingsTest {
    private static final Path SCRATCH = Path.of("/scratch");

    @TempDir
    Path machine;

    private Path logs;
    private Path data;
    private Path program;

    @BeforeEach
    void folders() throws IOException {
        machine = machine.toRealPath();
        logs = Files.createDirectories(machine.resolve("logs/app"));
        data = Files.createDirectory(machine.resolve("data"));
        program = Files.createFile(machine.resolve("tool"));
    }

    @Test
    @DisplayName("SBX-2 a command finds the folders of its agent's files, its program, and nothing else")
    void theAgentsFolders() {
        var agent = new Permissions(
                List.of(),
                List.of(machine + "/logs/**", machine + "/logs/app/{a,b}.log", machine + "/not-there/*"),
                List.of(machine + "/data/*"),
                List.of("db:5432"));

        assertThat(in(agent, null, "tool"))
                .isEqualTo(new Enclosure(
                        List.of(machine.resolve("logs"), logs, program), List.of(data), SCRATCH, false, false));
    }

    @Test
    @DisplayName("SBX-2 what a permission spells out and what it needs is there, its wildcards are not")
    void thePermission() {
        SandboxNeeds needs = SandboxNeeds.of(
                null, ProcessView.HOST, List.of("db:5432"), List.of(logs.toString()), List.of(data.toString()), null);

        assertThat(in(
                        new Permissions(List.of(), List.of(), List.of(), List.of()),
                        needs,
                        "sh",
                        program.toString(),
                        "/*"))
                .isEqualTo(new Enclosure(List.of(program, logs), List.of(data), SCRATCH, true, true));
    }

    @Test
    @DisplayName("SBX-2 who may read the kernel's files of processes sees the machine's processes")
    void filesOfProcesses() {
        var agent = new Permissions(List.of(), List.of("/proc/*/status"), List.of(), List.of());

        assertThat(in(agent, null, "cat").processes()).isTrue();
    }

    @Test
    @DisplayName("SBX-2 a folder that is a link is there by both its names")
    void links() throws IOException {
        Path link = Files.createSymbolicLink(machine.resolve("link"), logs);
        var agent = new Permissions(List.of(), List.of(link + "/*"), List.of(), List.of());

        assertThat(in(agent, null, "tool").readable()).containsExactly(link, logs, program);
    }

    private Enclosure in(Permissions agent, @Nullable SandboxNeeds needs, String... argv) {
        var permission = new CommandPermission(List.of(argv), ToolEffect.READ, "read", true, null, needs);
        return new Surroundings(agent, permission, program, List.of()).in(SCRATCH);
    }
}
