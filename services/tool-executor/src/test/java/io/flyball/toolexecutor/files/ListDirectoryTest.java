package io.flyball.toolexecutor.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListDirectoryTest {
    @TempDir
    Path temporary;

    private Path app;

    @BeforeEach
    void folders() throws IOException {
        app = Files.createDirectories(temporary.toRealPath().resolve("app"));
        Files.writeString(app.resolve("b.log"), "12345");
        Files.writeString(app.resolve(".env"), "x");
        Files.createDirectory(app.resolve("sub"));
        Files.createSymbolicLink(app.resolve("link"), temporary.toRealPath());
    }

    @Test
    @DisplayName("TOOL-2 kinds, owners, sizes, times and names; what is protected says so")
    void entries() {
        List<String> lines = list("app", "").lines().toList();

        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).startsWith("-rw").endsWith(".env  (protected: environment-files)");
        assertThat(lines.get(1)).contains("  5  ").endsWith("Z  b.log");
        assertThat(lines.get(2)).startsWith("l").endsWith("link");
        assertThat(lines.get(3)).startsWith("d").endsWith("sub");
        assertThat(lines.get(4)).isEqualTo("[4 entries]");
    }

    @Test
    @DisplayName("TOOL-2 a part at a time says where to go on")
    void parts() {
        assertThat(list("app", ",\"limit\":2")).endsWith("[0 to 1 of 4 entries; go on with offset 2]");
        assertThat(list("app", ",\"offset\":2")).contains("link", "sub").endsWith("[4 entries]");
        assertThat(list("app", ",\"glob\":\"*.log\"")).contains("b.log").endsWith("[1 entries with such a name]");
    }

    @Test
    @DisplayName("SBX-5 folders that the agent may not look into are refused, by a link as well")
    void refused() throws IOException {
        Files.createDirectories(app.resolve(".ssh"));

        assertThat(plan("", "")).isInstanceOf(Plan.Refused.class);
        assertThat(plan("app/link", "")).isInstanceOf(Plan.Refused.class);
        assertThat(plan("app/.ssh", "")).isInstanceOf(Plan.Refused.class);
        assertThat(plan("app", ",\"glob\":\"[\"")).isInstanceOf(Plan.Refused.class);
    }

    private String list(String path, String more) {
        return ((Plan.Ready) plan(path, more))
                .action()
                .perform(new Ending())
                .output()
                .head();
    }

    private Plan plan(String path, String more) {
        Permissions permissions = new Permissions(List.of(), List.of(app + "/**"), List.of(), List.of());
        String arguments = "{\"path\":\"" + temporary.resolve(path) + "\"" + more + "}";
        return new ListDirectory().plan(new ToolRequest("action", arguments, permissions, 10_000));
    }
}
