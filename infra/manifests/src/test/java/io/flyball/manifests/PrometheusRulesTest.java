package io.flyball.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class PrometheusRulesTest {
    private static final Path ROOT = Path.of("../..");
    private static final String RULES = "infra/compose/prometheus/rules/flyball.yml";
    private static final String TESTS = "infra/prometheus-tests/flyball.yml";
    private static final String PAGE = "docs/how-to/flyballs-own-alerts.md";

    @Test
    @DisplayName("OBS-3 promtool finds the rules right, and they raise what they should and nothing else")
    void promtool() throws Exception {
        assumeTrue(onPath("promtool"), "promtool is not installed here (Debian: prometheus)");
        assertThat(run("promtool", "check", "rules", RULES)).contains("SUCCESS");
        assertThat(run("promtool", "test", "rules", TESTS)).contains("SUCCESS");
    }

    @Test
    @DisplayName("OBS-3 each alert is tried, both quiet and raised, and has its section in the page that it links")
    void page() throws IOException {
        String page = Files.readString(ROOT.resolve(PAGE));
        String tests = Files.readString(ROOT.resolve(TESTS));
        assertThat(alerts()).hasSizeGreaterThan(8).allSatisfy(rule -> {
            String name = String.valueOf(rule.get("alert"));
            assertThat(page).contains("\n## " + name + "\n");
            assertThat(((Map<?, ?>) rule.get("annotations")).get("runbook_url"))
                    .isEqualTo(PAGE + "#" + name.toLowerCase(Locale.ROOT));
            assertThat(tests.split("alertname: " + name, -1).length)
                    .as(name + " in " + TESTS)
                    .isGreaterThan(2);
        });
    }

    @Test
    @DisplayName("OBS-2 the page names every metric that a rule asks for")
    void metrics() throws IOException {
        String page = Files.readString(ROOT.resolve(PAGE));
        var name = Pattern.compile("(agent|flyball|gen_ai)_[a-z_]+");
        assertThat(alerts().stream()
                        .flatMap(rule ->
                                name.matcher(String.valueOf(rule.get("expr"))).results()))
                .isNotEmpty()
                .allSatisfy(
                        found -> assertThat(page).contains("`" + found.group().replaceAll("_(bucket|sum|count)$", "")));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> alerts() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(ROOT.resolve(RULES)));
        return ((List<Map<String, Object>>) file.get("groups"))
                .stream()
                        .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                        .toList();
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
