package io.flyball.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ToolsPageTest {
    private static final Path PAGE = Path.of("../docs/reference/tools.md");
    private static final Catalogue SHIPPED = Catalogue.load(Path.of("."));

    @Test
    @DisplayName("TOOL-1 the page of tools is drawn from their files; -Dflyball.redraw=true draws it anew")
    void page() throws IOException {
        String drawn = draw();
        if (Boolean.getBoolean("flyball.redraw")) {
            Files.writeString(PAGE, drawn);
        }
        assertThat(Files.readString(PAGE))
                .as("redraw it with -Dflyball.redraw=true")
                .isEqualTo(drawn);
    }

    @Test
    @DisplayName("TOOL-2 every tool that changes something says how that is undone and verified")
    void undone() {
        assertThat(SHIPPED.tools())
                .filteredOn(tool -> tool.effect() != ToolEffect.READ)
                .isNotEmpty()
                .allSatisfy(tool -> {
                    assertThat(tool.undone()).as(tool.name()).isNotBlank();
                    assertThat(tool.verification()).as(tool.name()).isNotBlank();
                });
    }

    @Test
    @DisplayName(
            "TOOL-1 arguments that a tool does not know are refused by its schema, and each that it knows is explained")
    void schemas() {
        assertThat(SHIPPED.tools()).allSatisfy(tool -> {
            assertThat(tool.arguments()).as(tool.name()).containsEntry("additionalProperties", false);
            assertThat(properties(tool).values())
                    .as(tool.name())
                    .allSatisfy(
                            property -> assertThat(property.get("description")).isNotNull());
        });
    }

    private static String draw() {
        String rows = sorted().stream().map(ToolsPageTest::row).collect(Collectors.joining("\n"));
        String details = sorted().stream().map(ToolsPageTest::details).collect(Collectors.joining("\n"));
        return """
                # Tools

                Drawn from `catalogue/tools` (`mvn -pl catalogue test -Dtest=ToolsPageTest -Dflyball.redraw=true`). An agent may use those that its file names under
                `tools`, and each only within its permissions: `network`, `readableFiles`, `writableFiles`, `commands`, `databases`. What is not permitted is refused.

                Tools that look (`tcp_probe`, `tls_inspect`, ...) answer with a JSON object of named values: numbers are numbers, units stand in the names, what nobody knows is not there.
                Bad news is what they find, and no failure; they fail where they could not look.

                | tool | effect | touches | seconds | characters kept |
                |---|---|---|---|---|
                %s

                %s""".formatted(rows, details);
    }

    private static List<ToolDefinition> sorted() {
        return SHIPPED.tools().stream()
                .sorted(Comparator.comparing(ToolDefinition::name))
                .toList();
    }

    private static String row(ToolDefinition tool) {
        Duration timeout = java.util.Objects.requireNonNull(tool.timeout());
        String touches = tool.target() == null ? "" : "`" + tool.target() + "`";
        return "| [%s](#%s) | %s%s | %s | %d | %d |"
                .formatted(
                        tool.name(),
                        tool.name(),
                        tool.effect(),
                        tool.check() ? ", a check" : "",
                        touches,
                        timeout.toSeconds(),
                        tool.outputLimit());
    }

    private static String details(ToolDefinition tool) {
        String arguments = properties(tool).entrySet().stream()
                .map(property -> argument(tool, property.getKey(), property.getValue()))
                .collect(Collectors.joining("\n"));
        return "## %s\n\n%s\n%s\n| argument | | |\n|---|---|---|\n%s\n"
                .formatted(tool.name(), tool.description().strip(), ends(tool), arguments);
    }

    private static String ends(ToolDefinition tool) {
        return tool.effect() == ToolEffect.READ
                ? ""
                : "\n*Undone*: %s *Verified*: %s\n".formatted(tool.undone(), tool.verification());
    }

    private static String argument(ToolDefinition tool, String name, Map<String, Object> property) {
        boolean required = tool.arguments().get("required") instanceof List<?> names && names.contains(name);
        Object values = property.get("enum");
        return "| `%s`%s | %s | %s |"
                .formatted(
                        name,
                        required ? "" : " (may be left out)",
                        values == null
                                ? property.get("type")
                                : values.toString().replaceAll("[\\[\\]]", ""),
                        String.valueOf(property.get("description")).strip().replace("|", "\\|"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> properties(ToolDefinition tool) {
        return (Map<String, Map<String, Object>>)
                java.util.Objects.requireNonNull(tool.arguments().get("properties"));
    }
}
