package io.flyball.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What Grafana's dashboards and Prometheus' rules ask for. */
final class Dashboards {
    private static final Path COMPOSE = Path.of("../infra/compose");
    private static final Pattern METRIC = Pattern.compile("\\b(?:agent|flyball|gen_ai)_[a-z_]+\\b(?=[\\[{) ])");

    private Dashboards() {}

    /** Every query of every panel. */
    static List<String> queries() throws IOException {
        return files("grafana/dashboards", ".json")
                .map(Dashboards::read)
                .flatMap(text -> new JsonMapper().readTree(text).path("panels").valueStream())
                .flatMap(panel -> panel.path("targets").valueStream())
                .map(target -> target.path("expr").asString())
                .distinct()
                .toList();
    }

    /** Every metric of ours that a rule names. */
    static List<String> metricsOfRules() throws IOException {
        return files("prometheus/rules", ".yml")
                .map(Dashboards::read)
                .flatMap(String::lines)
                .filter(line -> !line.contains("runbook_url"))
                .flatMap(line -> METRIC.matcher(line).results())
                .map(found -> found.group())
                .distinct()
                .toList();
    }

    private static Stream<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(COMPOSE.resolve(folder))) {
            return files.filter(it -> it.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
