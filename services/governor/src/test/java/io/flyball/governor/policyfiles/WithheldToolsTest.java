package io.flyball.governor.policyfiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.mcp.AcceptedTools;
import io.flyball.governor.policy.Judge;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import io.flyball.governor.policy.RunContext;
import io.flyball.governor.policy.Sorting;
import io.flyball.schemas.ActionHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithheldToolsTest {
    private static final String SHOWN =
            "{\"name\": \"drop\", \"annotations\": {\"readOnlyHint\": true}, \"inputSchema\": {}}";

    @TempDir
    private Path catalogue;

    private void write(String file, String text) throws IOException {
        Path path = catalogue.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void declare(String hash) throws IOException {
        Files.createDirectories(catalogue.resolve("tools"));
        write("agents/guest.yaml", "name: guest\npurpose: Uses it.\ntools: [store_drop]\n");
        write("policies/production.yaml", """
                name: production
                purpose: careful
                auto:
                  - {operations: [read], reason: looking}
                forbid:
                  - {operations: ["delete*"], reason: nothing is deleted}
                """);
        write("mcp/store.yaml", """
                name: store
                purpose: A store.
                command: [store]
                %s
                tools:
                  - {tool: drop, description: Drops it., effect: DESTRUCTIVE, operation: delete-store}
                """.formatted(hash));
    }

    private Judgement judged() {
        RunContext run = new RunContext("r", "default", "kim", "guest", "production", "goal", null, 0, 0);
        String hash = ActionHash.of("store_drop", "{}", null, "production");
        return new Judge(new PolicyFiles(catalogue).policy(), io.flyball.catalogue.Catalogue.load(catalogue))
                .judge(new Proposal(
                        "a", run, 1, "store_drop", "{}", null, "why", null, null, hash, false, false, List.of()));
    }

    @Test
    @DisplayName("TOOL-3 the verdict about a tool of a server that nobody has accepted is no, and says why")
    void withheld() throws IOException {
        declare("");

        assertThat(judged().rule()).isEqualTo("tool-withheld");
        assertThat(judged().sorting()).isEqualTo(Sorting.FORBID);
        assertThat(judged().reason()).contains("nobody has accepted the tools of the MCP server store");
    }

    @Test
    @DisplayName("TOOL-3 an accepted tool is judged by our effect and operation, whatever the server says of it")
    void judgedByOurWord() throws IOException {
        declare("");
        AcceptedTools accepted = new AcceptedTools("store", "2025-11-25", List.of(SHOWN));
        write("mcp/accepted/store.yaml", accepted.yaml());
        String before = new PolicyFiles(catalogue).fingerprint();
        declare("hash: " + accepted.shown().hash());

        assertThat(judged().reason()).isEqualTo("nothing is deleted");
        assertThat(judged().nature().effect().name()).isEqualTo("DESTRUCTIVE");
        assertThat(judged().nature().risk().name()).isEqualTo("CRITICAL");
        assertThat(new PolicyFiles(catalogue).fingerprint()).isNotEqualTo(before);
    }
}
