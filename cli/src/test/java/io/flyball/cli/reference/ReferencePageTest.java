package io.flyball.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReferencePageTest {

    @Test
    @DisplayName("CLI-4 docs/reference/cli.md is drawn from the commands and fresh")
    void fresh() throws IOException {
        Path committed = Path.of("../docs/reference/cli.md");

        assertThat(committed).exists();
        assertThat(Files.readString(committed))
                .as("stale; redraw it: ./flyball check")
                .isEqualTo(DrawReference.draw());
    }

    @Test
    @DisplayName("ING-11 docs/how-to/connect-alert-sources.md is drawn from the sources' own files and fresh")
    void sourcesPageIsFresh() throws IOException {
        Path committed = Path.of("../docs/how-to/connect-alert-sources.md");

        assertThat(committed).exists();
        assertThat(Files.readString(committed))
                .as("stale; redraw it: ./flyball check")
                .isEqualTo(SourcesPage.draw());
    }
}
