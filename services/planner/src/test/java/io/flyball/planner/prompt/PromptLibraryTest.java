package io.flyball.planner.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.planner.plan.Remaining;
import io.flyball.planner.plan.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptLibraryTest {
    @TempDir
    Path directory;

    @BeforeEach
    void writeCatalogue() throws IOException {
        write("agents/a.yaml", "name: a\npurpose: test things\ntools: []\n");
        Files.createDirectories(directory.resolve("tools"));
        for (PromptPart part : PromptPart.values()) {
            write("prompts/" + part.file(), part.name() + " of {{agent.name}} in {{environment}}\n");
        }
    }

    private AgentPrompt load() {
        return PromptLibrary.load(Catalogue.load(directory)).of("a").orElseThrow();
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static Situation situation(String environment) {
        return new Situation(
                "r:p1.1",
                "r",
                "a",
                environment,
                1,
                "g",
                Map.of(),
                false,
                null,
                List.of(),
                List.of(),
                new Remaining(1, 1, 1, 1, 1, 1),
                List.of(),
                List.of(),
                Instant.EPOCH);
    }

    @Test
    @DisplayName("CTX-1 CAT-16 the parts come in their order, placeholders filled once")
    void partsInOrder() {
        assertThat(load().system(situation("{{agent.purpose}}")))
                .startsWith("IDENTITY of a in {{agent.purpose}}\n\nCONSTRAINTS of a")
                .contains("OUTPUT_FORM")
                .doesNotContain("REMINDER");
    }

    @Test
    @DisplayName("CAT-16 an agent's own file replaces a part, its prompt the identity; the version follows")
    void overriding() throws IOException {
        String shipped = load().version();
        write("prompts/agents/a/constraints.md", "only for {{agent.purpose}}\n");
        assertThat(load().system(situation("e"))).contains("IDENTITY of a").contains("only for test things");
        assertThat(load().version()).isNotEqualTo(shipped);

        write("agents/a.yaml", "name: a\npurpose: p\nprompt: special.md\ntools: []\n");
        write("prompts/special.md", "I am special\n");
        assertThat(load().system(situation("e"))).startsWith("I am special\n\nonly for p");
    }

    @Test
    @DisplayName("CAT-16 an unknown placeholder is told with file and line, a missing part with its file")
    void mistakes() throws IOException {
        write("prompts/constraints.md", "fine\n{{agent.name}} {{secrets}}\n");
        assertThatThrownBy(this::load)
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("constraints.md:2: unknown placeholder {{secrets}}");

        Files.delete(directory.resolve("prompts/constraints.md"));
        assertThatThrownBy(this::load).hasMessageContaining("constraints.md: this part of the prompt is missing");
    }
}
