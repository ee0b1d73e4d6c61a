package io.flyball.toolexecutor.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.catalogue.ToolEffect;
import io.flyball.toolexecutor.tools.Action;
import io.flyball.toolexecutor.tools.Mark;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.ToolOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StdioServerTest {
    private static final String HELLO = "{\"text\":\"hello\"}";
    private McpUnderTest mcp;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        mcp = new McpUnderTest(folder);
    }

    @ParameterizedTest
    @CsvSource({"modern, 2026-07-28", "usual, 2025-11-25", "both, 2025-06-18", "old, 2024-11-05", "noise, 2025-11-25"})
    @DisplayName("TOOL-3 a server is spoken to in the newest revision that it knows, whatever it prints besides")
    void revisions(String mode, String revision) throws IOException {
        mcp.declared(mcp.script(mode), "say-it");

        assertThat(Inspection.of(mcp.server(), mcp.settings()).revision()).isEqualTo(revision);
        assertThat(mcp.call("say_it", HELLO)).isEqualTo(ToolOutcome.Succeeded.with("it says hello"));
    }

    @Test
    @DisplayName("TOOL-3 a server that speaks no revision known here is not spoken to, and that is said")
    void unknownRevision() {
        assertThatThrownBy(() -> mcp.declared(mcp.script("future"), "say-it"))
                .hasMessageContaining("wants to speak 2031-01-01")
                .hasMessageContaining("2025-11-25");
    }

    @Test
    @DisplayName(
            "TOOL-3 the effect is the catalogue's word, and a dry run tells what would be called and how it is held")
    void effectIsOurs() throws IOException {
        mcp.declared(mcp.script("usual"), "say-it");

        assertThat(mcp.plan("say_it", HELLO)).isInstanceOfSatisfying(Plan.Ready.class, ready -> {
            assertThat(ready.effect()).isEqualTo(ToolEffect.READ);
            assertThat(ready.description()).contains("say-it", "MCP server test", "hello", "started for this call");
        });
        assertThat(mcp.plan("say_it", "[1]")).isInstanceOf(Plan.Refused.class);
    }

    @Test
    @DisplayName("TOOL-3 TOOL-5 armed, the server has not begun; looked at, no tool was called; only performed it is")
    void nothingBeforeItsTicket() throws IOException {
        mcp.declared(mcp.script("usual"), "say-it");
        Files.deleteIfExists(mcp.own().resolve("acted"));
        try (Action action = ((Plan.Ready) mcp.plan("say_it", HELLO)).action()) {
            action.arm(new Mark("run-1", "action-1", "tester", null, Set.of()));
            assertThat(action.observe(new io.flyball.toolexecutor.process.Ending()))
                    .isTrue();
        }
        assertThat(mcp.own().resolve("acted")).doesNotExist();

        mcp.call("say_it", HELLO);
        assertThat(mcp.own().resolve("acted")).hasContent("hello");
    }

    @Test
    @DisplayName(
            "TOOL-3 SEC-3 a server gets the variables that its file names and no other, and none of their values comes out")
    void variables() throws IOException {
        mcp.variables.put("REPORTS_TOKEN", "Zx81-not-for-others");
        mcp.declared(mcp.script("leaks"), "say-it");
        mcp.variables.put("OTHERS_TOKEN", "of-others");

        assertThat(mcp.call("say_it", HELLO).output().head())
                .startsWith("token is [REPORTS_TOKEN] and home is ")
                .endsWith("secret of others is ");

        mcp.variables.remove("REPORTS_TOKEN");
        assertThat(mcp.plan("say_it", HELLO))
                .isInstanceOfSatisfying(
                        Plan.Refused.class,
                        refused -> assertThat(refused.reason()).contains("REPORTS_TOKEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fails", "wants", "dies"})
    @DisplayName("TOOL-3 a call that fails says why")
    void failures(String mode) throws IOException {
        mcp.declared(mcp.script(mode), "say-it");

        assertThat(mcp.call("say_it", HELLO))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        failed -> assertThat(failed.error() + failed.output().head())
                                .containsAnyOf("no such thing", "input_required", "out of luck"));
    }

    @Test
    @DisplayName("TOOL-3 what servers ask of clients is refused, as nothing of it was offered")
    void nothingIsOffered() throws IOException {
        mcp.declared(mcp.script("asks"), "say-it");

        assertThat(mcp.call("say_it", HELLO).output().head()).isEqualTo("refused as it should be");
    }
}
