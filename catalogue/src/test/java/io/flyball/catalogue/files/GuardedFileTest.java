package io.flyball.catalogue.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.ToolDefinition;
import io.flyball.catalogue.ToolEffect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedFileTest {
    private final ToolDefinition read = tool("read_file", "read-file", ToolEffect.READ);
    private final ToolDefinition write = tool("write_file", "write-file", ToolEffect.CHANGE);
    private final ToolDefinition delete = tool("safe_delete", "delete-file", ToolEffect.CHANGE);

    @ParameterizedTest(name = "TOOL-4 {0} is neither read, written nor deleted, though the permission names it")
    @ValueSource(strings = {"/srv/app/.env", "/home/ann/.ssh/id_rsa", "/srv/x/../app/.git/config", "/etc/shadow"})
    void secretFiles(String path) {
        assertThat(objection(read, path, path)).isPresent();
        assertThat(objection(write, path, path)).isPresent();
        assertThat(objection(delete, path, path)).isPresent();
    }

    @ParameterizedTest(name = "TOOL-4 {0} is read and not written")
    @ValueSource(strings = {"/srv/app/.git/hooks/pre-push", "/root/.bashrc", "/etc/crontab", "/etc/ld.so.preload"})
    void guardedFiles(String path) {
        assertThat(objection(read, path, path)).isEmpty();
        assertThat(objection(write, path, path))
                .hasValueSatisfying(reason -> assertThat(reason).contains("protected by the rule"));
    }

    @Test
    @DisplayName("TOOL-4 other files, and what is no file, are no concern of this rule")
    void others() {
        assertThat(objection(write, "/srv/app/settings.yaml", "/srv/**")).isEmpty();
        assertThat(objection(delete, "/srv/app/cache", "/srv/**")).isEmpty();
        assertThat(GuardedFile.objection(read, agent("/x"), "url:http://x/.env"))
                .isEmpty();
    }

    private static Optional<String> objection(ToolDefinition tool, String path, String permission) {
        return GuardedFile.objection(tool, agent(permission), "file:" + path);
    }

    private static AgentDefinition agent(String glob) {
        return new AgentDefinition(
                "worker",
                "p",
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(glob),
                List.of(glob),
                null,
                null);
    }

    private static ToolDefinition tool(String name, String operation, ToolEffect effect) {
        return new ToolDefinition(
                name, "d", Map.of(), operation, effect, true, "file:{{path}}", null, 0, null, null, false);
    }
}
