package io.flyball.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TestPolicyTest {
    private static final String CATALOGUE = "../catalogue";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("GOV-5 the shipped policy passes the tests that ship with it")
    void shipped() {
        var result = policy("test", "--catalogue", CATALOGUE, "-o", "json");

        JsonNode report = Json.parse(result.out());
        assertThat(report.path("cases").valueStream().filter(row -> row.has("why")))
                .isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(report.path("passed").asInt()).isGreaterThan(15);
    }

    @Test
    @DisplayName(
            "GOV-5 a case that is judged otherwise is named with what was expected and why it is otherwise; exit code 1")
    void failing() throws IOException {
        Path file = write("""
                name: wrong
                profile: production
                cases:
                  - {command: df -h, expect: deny}
                  - {command: df -h, expect: allow, risk: HIGH}
                  - {command: df -h, expect: allow, because: no such words}
                  - {command: df -h, expect: allow, because: reading changes}
                """);

        var result = policy("test", file.toString(), "--catalogue", CATALOGUE);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "FAILED  wrong: df -h",
                        "expected deny, but it is allow",
                        "expected risk HIGH, but it is LOW",
                        "no reason holds \"no such words\"",
                        "1 passed, 3 failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: a\ncases: []",
                "name: a\ncases:\n  - {command: df, expect: maybe}",
                "name: a\ncases:\n  - {command: df, tool: read_file, expect: allow}",
                "name: a\ncases:\n  - {command: df, expects: allow}",
                "name: a\nprofile: holiday\ncases:\n  - {command: df, expect: allow}"
            })
    @DisplayName("GOV-4 a test that cannot be understood is told with what is wrong; exit code 2")
    void unreadable(String text) throws IOException {
        var result = policy("test", write(text).toString(), "--catalogue", CATALOGUE);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.err()).containsAnyOf("mine.yaml:", "There is no profile holiday");
    }

    @Test
    @DisplayName("GOV-4 policy check takes the shipped files and names the profiles")
    void checks() {
        var result = policy("check", "--catalogue", CATALOGUE, "-o", "json");

        assertThat(result.exitCode()).isZero();
        JsonNode found = Json.parse(result.out());
        assertThat(found.path("profiles").valueStream().map(JsonNode::asString))
                .contains("development", "staging", "production", "incident");
        assertThat(found.path("policy").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    @DisplayName("GOV-4 policy check names file, line and reason of a mistake; exit code 2")
    void mistakes() throws IOException {
        Path profiles = Files.createDirectories(folder.resolve("policies"));
        Files.createDirectories(folder.resolve("agents"));
        Files.createDirectories(folder.resolve("tools"));
        Files.writeString(profiles.resolve("bad.yaml"), "name: bad\npurpose: none\nallow: everything\n");

        var result = policy("check", "--catalogue", folder.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("bad.yaml:3", "allow");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.yaml"), text);
    }

    private static CommandLineUnderTest.Result policy(String... arguments) {
        return new CommandLineUnderTest()
                .run(Stream.concat(Stream.of("policy"), List.of(arguments).stream())
                        .toArray(String[]::new));
    }
}
