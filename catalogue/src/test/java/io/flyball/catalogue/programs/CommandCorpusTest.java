package io.flyball.catalogue.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolEffect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EnabledIf("corpusIsThere")
class CommandCorpusTest {
    private static final Reach OPERATIONS =
            new AgentReach(List.of("/var/log/**", "/proc/**", "/host/var/**", "/usr/**", "/etc/**"), List.of());

    private record Row(List<String> argv, boolean safe) {}

    static Path corpus() {
        String folder = System.getProperty("FLYBALL_SHARED_DATA", System.getenv("FLYBALL_SHARED_DATA"));
        return Path.of(folder == null ? "." : folder, "commands.dev.jsonl.gz");
    }

    static boolean corpusIsThere() {
        return Files.exists(corpus());
    }

    @Test
    @DisplayName("SBX-1 an allow-list of programs lets no unsafe command through and nearly all safe ones")
    void programsAllowed() throws IOException {
        List<Row> rows = rows();
        List<CommandPermission> everyProgram = rows.stream()
                .map(row -> row.argv().getFirst())
                .filter(program -> !program.contains("="))
                .distinct()
                .map(program -> new CommandPermission(List.of(program, "**"), ToolEffect.READ, "read", true))
                .toList();
        double unsafe = share(rows, false, everyProgram);
        double safe = share(rows, true, everyProgram);
        System.out.printf(
                "every program of the corpus allowed, any arguments: %.1f %% of unsafe let through, %.1f %% of safe%n",
                100 * unsafe, 100 * safe);
        assertThat(unsafe).isZero();
        assertThat(safe).isGreaterThanOrEqualTo(0.95);
    }

    private static double share(List<Row> rows, boolean safe, List<CommandPermission> permissions) {
        CommandGuard guard = new CommandGuard(ProgramGrammars.builtIn());
        List<Row> asked = rows.stream().filter(row -> row.safe() == safe).toList();
        long allowed = asked.stream()
                .filter(row ->
                        guard.decide(row.argv(), null, permissions, OPERATIONS) instanceof CommandDecision.Allowed)
                .count();
        return (double) allowed / asked.size();
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(corpus())), StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                JsonNode row = json.readTree(line);
                if (row.path("argv").isArray()) {
                    List<String> argv = new ArrayList<>();
                    row.get("argv").forEach(word -> argv.add(word.asString()));
                    rows.add(new Row(argv, row.get("label").asString().equals("safe")));
                }
            }
        }
        return rows;
    }
}
