package io.flyball.cli.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.output.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FilterSecretsTest {

    @Test
    @DisplayName("SEC-1 CLI-3 secrets filter: text in, text out")
    void text() {
        var result = new CommandLineUnderTest()
                .typing("db_password = correct-horse\n")
                .run("secrets", "filter");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("db_password = [secret:password#").endsWith("]\n");
    }

    @Test
    @DisplayName(
            "SEC-1 CLI-3 secrets filter --jsonl: id, text, found with kind and characters of the text as it came in")
    void lines() {
        var result = new CommandLineUnderTest()
                .typing("{\"id\":\"a\",\"text\":\"\\uD83D\\uDCA5 password=hunter22\"}\n{\"id\":2,\"text\":\"clean\"}\n")
                .run("secrets", "filter", "--jsonl");

        JsonNode first = Json.parse(result.out().lines().toList().get(0));
        JsonNode second = Json.parse(result.out().lines().toList().get(1));
        assertThat(first.get("id").asString()).isEqualTo("a");
        assertThat(first.get("found").get(0).toString()).isEqualTo("{\"kind\":\"password\",\"start\":11,\"end\":19}");
        assertThat(second.toString()).isEqualTo("{\"id\":2,\"text\":\"clean\",\"found\":[]}");
    }

    @Test
    @DisplayName("CLI-3 a line that is no object ends it with the line's number")
    void badLine() {
        var result = new CommandLineUnderTest()
                .typing("{\"id\":1,\"text\":\"\"}\nnonsense\n")
                .run("secrets", "filter", "--jsonl");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("Line 2");
    }
}
