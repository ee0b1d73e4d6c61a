package io.flyball.cli.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.ConsoleStandIn;
import io.flyball.cli.exit.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CLI-1 which suite a command talks to")
class AccessTest {
    private final ConsoleStandIn console = new ConsoleStandIn().on("GET /api/runs", "[]");

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        console.close();
    }

    private void stackIsUp() throws IOException {
        Files.writeString(folder.resolve("token"), "local-token\n");
        Files.writeString(
                folder.resolve("stack.json"),
                "{\"mode\":\"one-jvm\",\"startedAt\":\"2026-11-21T06:00:00Z\",\"pid\":1,\"services\":[{\"name\":\"console\","
                        + "\"url\":\"" + console.url() + "\",\"pid\":1,\"log\":\"x\"}],\"neighbours\":[]}");
    }

    @Test
    @DisplayName("WEB-5 the stack on this machine is found by its folder, and the local token goes along")
    void local() throws IOException {
        stackIsUp();

        var result = new CommandLineUnderTest().run("runs", "list", "--data-dir", folder.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(console.last("GET /api/runs").header("Authorization")).isEqualTo("Bearer local-token");
    }

    @Test
    @DisplayName("CLI-4 an option wins over a variable")
    void optionsFirst() throws IOException {
        stackIsUp();

        var result = new CommandLineUnderTest()
                .with("FLYBALL_URL", "http://127.0.0.1:9")
                .with("FLYBALL_DATA_DIR", folder.toString())
                .run("--url", console.url() + "/", "runs", "list");

        assertThat(result.exitCode()).isZero();
        assertThat(console.last("GET /api/runs").header("Authorization")).isEqualTo("Bearer local-token");
    }

    @Test
    @DisplayName("WEB-5 the local token never goes to another machine by itself")
    void tokenStaysHere() throws IOException {
        stackIsUp();

        var result = new CommandLineUnderTest()
                .with("FLYBALL_DATA_DIR", folder.toString())
                .run("--url", "http://host.invalid:7400", "runs", "list");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("host.invalid");
    }

    @Test
    void aBrokenStackFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("stack.json"), "{");

        var result = new CommandLineUnderTest().run("runs", "list", "--data-dir", folder.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("stack.json is no JSON");
    }

    @Test
    @DisplayName("CLI-4 the beginning of an id is enough where only one fits")
    void prefixes() {
        var ids = List.of("0199aa", "0199ab", "0200");
        assertThat(Prefix.resolve("run", "02", ids)).isEqualTo("0200");
        assertThat(Prefix.resolve("run", "0199aa", ids)).isEqualTo("0199aa");
        assertThat(Prefix.resolve("run", "01", List.of("01", "012"))).isEqualTo("01");
        assertThatThrownBy(() -> Prefix.resolve("run", "0199", ids)).isInstanceOf(CommandFailed.class);
        assertThatThrownBy(() -> Prefix.resolve("run", "x", ids)).isInstanceOf(CommandFailed.class);
    }
}
