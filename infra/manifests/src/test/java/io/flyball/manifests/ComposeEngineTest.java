package io.flyball.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What needs Compose, or an engine with the images; skipped with the reason where they are not. */
class ComposeEngineTest {
    private static final int MINUTES = 40;

    @Test
    @DisplayName("OPS-1 docker compose finds nothing wrong with the file, with one broker and with three")
    void config() throws Exception {
        assumeTrue(succeeds("docker", "compose", "version"), "docker compose is not installed here");
        assertThat(run("docker", "compose", "config", "--quiet").said()).isEmpty();
        assertThat(run("docker", "compose", "--profile", "cluster", "config", "--quiet")
                        .said())
                .isEmpty();
    }

    @Test
    @DisplayName(
            "OPS-1 all of it starts, Prometheus raises an alert, Alertmanager sends it, and an agent resolves it (infra/try-compose)")
    void tryOut() throws Exception {
        assumeTrue(succeeds("docker", "info"), "no container engine answers here");
        List<String> images =
                run("docker", "compose", "config", "--images").said().lines().toList();
        for (String image : images) {
            assumeTrue(
                    succeeds("docker", "image", "inspect", image),
                    "there is no image " + image
                            + " here: ./flyball images, and docker compose pull or infra/try/stand-ins");
        }
        Outcome outcome = run("infra/try-compose");
        assertThat(outcome.code()).as(outcome.said()).isZero();
    }

    private record Outcome(int code, String said) {}

    private static boolean succeeds(String... command) throws Exception {
        try {
            return run(command).code() == 0;
        } catch (IOException _) {
            // There is no such program.
            return false;
        }
    }

    private static Outcome run(String... command) throws Exception {
        Path said = Files.createTempFile("compose", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Overlay.ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                // So that the script still takes away what it started.
                process.destroy();
                process.waitFor(2, TimeUnit.MINUTES);
                throw new AssertionError("no end after " + MINUTES + " minutes: " + Files.readString(said));
            }
            return new Outcome(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
