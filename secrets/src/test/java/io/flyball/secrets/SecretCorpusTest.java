package io.flyball.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
import tools.jackson.databind.json.JsonMapper;

@EnabledIf("corpusIsThere")
class SecretCorpusTest {
    private static final SecretFilter FILTER = new SecretFilter(new byte[] {1});

    static Path corpus() {
        String folder = System.getProperty("FLYBALL_SHARED_DATA", System.getenv("FLYBALL_SHARED_DATA"));
        return Path.of(folder == null ? "." : folder, "secrets.dev.jsonl.gz");
    }

    static boolean corpusIsThere() {
        return Files.exists(corpus());
    }

    @Test
    @DisplayName("SEC-2 recall and false positives on the corpus do not fall")
    void recallAndFalsePositives() throws IOException {
        Map<String, int[]> rates = new TreeMap<>();
        for (JsonNode row : rows()) {
            boolean secret = row.get("is_secret").asBoolean();
            String text = row.get("text").asString();
            String filtered = FILTER.filter("run", text).text();
            boolean hit = secret ? !filtered.contains(row.get("secret_value").asString()) : !filtered.equals(text);
            String group = secret
                    ? "secret/" + row.get("tier").asString()
                    : "clean/" + row.get("neg_class").asString();
            int[] rate = rates.computeIfAbsent(group, _ -> new int[2]);
            rate[0] += hit ? 1 : 0;
            rate[1]++;
            if (hit != secret && (group.equals("secret/secret") || group.equals("clean/clean"))) {
                System.out.println(
                        (secret ? "MISSED " : "WRONG ") + row.get("kind").asString() + " | " + text + " | " + filtered);
            }
        }
        rates.forEach((group, rate) -> System.out.printf(
                "%s: %d of %d replaced (%.1f %%)%n", group, rate[0], rate[1], 100.0 * rate[0] / rate[1]));
        assertThat(share(rates.get("secret/secret"))).isGreaterThanOrEqualTo(0.99);
        assertThat(share(rates.get("clean/clean"))).isLessThanOrEqualTo(0.02);
    }

    private static double share(int[] rate) {
        return (double) rate[0] / rate[1];
    }

    private static List<JsonNode> rows() throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(corpus())), StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                rows.add(json.readTree(line));
            }
        }
        return rows;
    }
}
