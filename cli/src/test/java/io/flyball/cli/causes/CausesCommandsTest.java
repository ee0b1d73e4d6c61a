package io.flyball.cli.causes;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CASE-4 causes list")
class CausesCommandsTest {
    private final CommandLineUnderTest flyball = new CommandLineUnderTest();

    @TempDir
    private Path catalogue;

    @Test
    @DisplayName("tells component, kind and remedy of each")
    void list() {
        var result = flyball.run("causes", "list", "--catalogue", "../catalogue", "-o", "json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("\"port-conflict\"", "\"free-port\"", "\"nothing-wrong\"");
    }

    @Test
    @DisplayName("tells a mistake with its file and line")
    void mistake() throws IOException {
        Files.createDirectories(catalogue.resolve("probes"));
        Files.writeString(
                Files.createDirectories(catalogue.resolve("causes")).resolve("ours.yaml"), "name: ours\ncolour: red\n");

        var result = flyball.run("causes", "list", "--catalogue", catalogue.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("ours.yaml:2");
    }
}
