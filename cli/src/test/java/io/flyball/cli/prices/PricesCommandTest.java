package io.flyball.cli.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PricesCommandTest {
    private static final String LIST = """
            {"far/off": {"litellm_provider": "far", "mode": "chat", "input_cost_per_token": 0.015, "output_cost_per_token": 0.06},
             "good": {"litellm_provider": "p", "mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06}}""";

    @TempDir
    Path catalogue;

    private Path list;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(
                catalogue.resolve("prices.yaml"),
                "prices:\n  - {provider: p, models: [m], input: 1, output: 2, cacheRead: 3, cacheWrite: 4}\n");
        list = Files.writeString(catalogue.resolve("list.json"), LIST);
    }

    @Test
    @DisplayName("COST-1 an import tells by name what it sets aside, and check shows it afterwards")
    void imports() {
        JsonNode report =
                Json.parse(run("import", list.toString(), "-o", "json").out());

        assertThat(report.path("models").asInt()).isEqualTo(1);
        assertThat(report.path("setAside").get(0).path("name").asString()).isEqualTo("far/off");
        assertThat(run("check").out()).contains("far/off", "$15000", "plausible");
    }

    @Test
    @DisplayName("COST-1 a dry run, and a list that holds nothing usable, write nothing")
    void writesNothing() throws IOException {
        assertThat(run("import", list.toString(), "--dry-run").exitCode()).isZero();
        Files.writeString(list, "{}");
        assertThat(run("import", list.toString()).exitCode()).isEqualTo(2);

        assertThat(catalogue.resolve("prices-litellm.json")).doesNotExist();
        assertThat(run("check").out()).isEmpty();
    }

    private CommandLineUnderTest.Result run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "prices";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--catalogue";
        all[all.length - 1] = catalogue.toString();
        return new CommandLineUnderTest().run(all);
    }
}
