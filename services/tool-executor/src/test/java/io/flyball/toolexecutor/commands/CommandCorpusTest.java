package io.flyball.toolexecutor.commands;

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
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EnabledIf("corpusIsThere")
class CommandCorpusTest {
    private static final Predicate<String> OPS_FILES =
            path -> Stream.of("/var/log", "/proc/mdstat", "/host/var", "/usr/bin/dockerd")
                    .anyMatch(path::startsWith);

    private record Row(List<String> argv, boolean safe) {}

    static Path corpus() {
        String folder = System.getProperty("FLYBALL_SHARED_DATA", System.getenv("FLYBALL_SHARED_DATA"));
        return Path.of(folder == null ? "." : folder, "commands.dev.jsonl.gz");
    }

    static boolean corpusIsThere() {
        return Files.exists(corpus());
    }

    @Test
    @DisplayName("SBX-1 an allow-list of programs lets next to no unsafe command through and most safe ones")
    void programsAllowed() throws IOException {
        List<Row> rows = rows();
        List<CommandPermission> everyProgram = rows.stream()
                .map(row -> row.argv().getFirst())
                .distinct()
                .map(program -> new CommandPermission(List.of(program, "**"), ToolEffect.READ, "read", true))
                .toList();
        double unsafe = share(rows, false, everyProgram);
        double safe = share(rows, true, everyProgram);
        System.out.printf(
                "every program of the corpus allowed, any arguments: %.1f %% of unsafe let through, %.1f %% of safe%n",
                100 * unsafe, 100 * safe);
        assertThat(unsafe).isLessThanOrEqualTo(0.02);
        assertThat(safe).isGreaterThanOrEqualTo(0.85);
    }

    private static double share(List<Row> rows, boolean safe, List<CommandPermission> permissions) {
        CommandGuard guard = new CommandGuard();
        List<Row> asked = rows.stream().filter(row -> row.safe() == safe).toList();
        long allowed = asked.stream()
                .filter(row -> guard.decide(row.argv(), permissions, OPS_FILES) instanceof CommandDecision.Allowed)
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
