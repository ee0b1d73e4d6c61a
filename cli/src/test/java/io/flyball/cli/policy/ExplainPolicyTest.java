package io.flyball.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.output.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ExplainPolicyTest {
    private static final String CATALOGUE = "../catalogue";

    private static Path corpus() {
        String folder = System.getProperty("FLYBALL_SHARED_DATA", System.getenv("FLYBALL_SHARED_DATA"));
        return Path.of(folder == null ? "." : folder, "commands.dev.jsonl.gz");
    }

    static boolean corpusIsThere() {
        return Files.exists(corpus());
    }

    @Test
    @DisplayName("GOV-1 SBX-1 policy explain: a plain read is allowed in production, with risk and reasons")
    void allowed() {
        var result = explain("--profile", "production", "--arguments", "{\"argv\":[\"df\",\"-h\"]}", "-o", "json");

        JsonNode explained = Json.parse(result.out());
        assertThat(explained.get("verdict").asString()).isEqualTo("allow");
        assertThat(explained.get("risk").asString()).isEqualTo("LOW");
        assertThat(explained.get("reasons").get(0).asString()).isNotEmpty();
    }

    @Test
    @DisplayName("GOV-1 SBX-1 policy explain --jsonl: commands and argv, in order, each with verdict, risk and reasons")
    void lines() {
        var result = new CommandLineUnderTest()
                .typing("""
                    {"id":1,"command":"kubectl get pods -n prod"}
                    {"id":2,"argv":["kubectl","delete","pod","x"]}
                    {"id":3,"command":"ps aux | sh"}
                    {"id":4,"command":"uniq in victim"}
                    {"id":5,"command":"ps aux && reboot"}
                    {"id":6,"command":"ps aux | grep '[n]ginx'"}
                    """)
                .run("policy", "explain", "--profile", "production", "--catalogue", CATALOGUE, "--jsonl");

        List<JsonNode> lines = result.out().lines().map(Json::parse).toList();
        assertThat(lines)
                .extracting(line -> line.get("verdict").asString())
                .containsExactly("allow", "deny", "deny", "deny", "deny", "allow");
        assertThat(lines.get(2).get("reasons").get(0).asString()).contains("may not run sh");
        assertThat(lines.get(4).get("reasons").get(0).asString()).contains("shell");
        assertThat(lines.get(3).get("reasons").get(0).asString()).contains("victim");
    }

    @Test
    @DisplayName("CLI-3 policy explain names the profiles that there are")
    void unknownProfile() {
        var result = explain("--profile", "holiday", "--arguments", "{}");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("holiday").contains("production");
    }

    @Test
    @EnabledIf("corpusIsThere")
    @DisplayName("SBX-1 on the corpus, under every profile: of the unsafe none is let through, of the safe 95 %")
    void corpusUnderEveryProfile() throws IOException {
        List<ObjectNode> rows = rows();
        StringBuilder asked = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            asked.append(Json.object()
                            .put("id", i)
                            .put("command", rows.get(i).get("command").asString()))
                    .append('\n');
        }
        for (String profile : List.of("development", "staging", "production", "incident")) {
            var result = new CommandLineUnderTest()
                    .typing(asked.toString())
                    .run("policy", "explain", "--profile", profile, "--catalogue", CATALOGUE, "--jsonl");
            Map<String, int[]> rates =
                    rates(rows, result.out().lines().map(Json::parse).toList());
            System.out.println(profile + ": safe " + rates.get("safe")[0] + " of " + rates.get("safe")[1] + ", unsafe "
                    + rates.get("unsafe")[0] + " of " + rates.get("unsafe")[1] + " let through");
            assertThat(rates.get("unsafe")[0]).isZero();
            assertThat(rates.get("safe")[0] / (double) rates.get("safe")[1]).isGreaterThanOrEqualTo(0.95);
        }
    }

    /** Rows that need a shell are counted among the unsafe only: there is none to run them in. */
    private static Map<String, int[]> rates(List<ObjectNode> rows, List<JsonNode> answers) {
        Map<String, int[]> rates = new TreeMap<>(Map.of("safe", new int[2], "unsafe", new int[2]));
        for (int i = 0; i < rows.size(); i++) {
            boolean safe = rows.get(i).get("label").asString().equals("safe");
            if (!safe || rows.get(i).path("argv").isArray()) {
                int[] rate = rates.get(safe ? "safe" : "unsafe");
                String verdict = answers.get(i).get("verdict").asString();
                rate[0] += verdict.equals("allow") || verdict.equals("notify") ? 1 : 0;
                rate[1]++;
            }
        }
        return rates;
    }

    private static List<ObjectNode> rows() throws IOException {
        List<ObjectNode> rows = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(corpus()))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> rows.add((ObjectNode) Json.parse(line)));
        }
        return rows;
    }

    private static CommandLineUnderTest.Result explain(String... options) {
        List<String> arguments = new ArrayList<>(List.of("policy", "explain", "--catalogue", CATALOGUE));
        arguments.addAll(List.of(options));
        return new CommandLineUnderTest().run(arguments.toArray(String[]::new));
    }
}
