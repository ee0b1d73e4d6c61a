package io.flyball.toolexecutor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("GOV-14 the executor's catalogue keeps step with the governor's")
class CatalogueInUseTest {
    private static final String AGENT = "name: tester\npurpose: Tries things.\ntools: [run_command]\n";

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-27T03:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("agents"));
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(Path.of("../../catalogue/tools/run_command.yaml"), tools.resolve("run_command.yaml"));
        Files.writeString(folder.resolve("agents/tester.yaml"), AGENT);
    }

    @Test
    @DisplayName("GOV-14 an edited agent file is in use within a second, in the version that a governor reads from it")
    void edited() throws IOException {
        var inUse = new CatalogueInUse(folder, clock);
        String before = inUse.get().version();
        Files.writeString(
                folder.resolve("agents/tester.yaml"),
                AGENT + "commands:\n  - {argv: [date], effect: READ, operation: read}\n");
        assertThat(inUse.get().version()).as("not looked at again yet").isEqualTo(before);
        now = now.plusSeconds(1);

        assertThat(inUse.get().version())
                .isNotEqualTo(before)
                .isEqualTo(Catalogue.load(folder).version());
        assertThat(inUse.get().agent("tester").orElseThrow().commands()).hasSize(1);
    }

    @Test
    @DisplayName("GOV-14 files that cannot be understood leave the old ones in use until they are mended")
    void bad() throws IOException {
        var inUse = new CatalogueInUse(folder, clock);
        String before = inUse.get().version();
        Files.writeString(folder.resolve("agents/tester.yaml"), "name: [");
        now = now.plusSeconds(1);
        assertThat(inUse.get().version()).isEqualTo(before);
        Files.writeString(folder.resolve("agents/tester.yaml"), AGENT);
        now = now.plusSeconds(1);
        assertThat(inUse.get().version()).isEqualTo(before);
    }
}
