package io.flyball.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationSearchTest {

    @TempDir
    Path root;

    @Test
    void walksUpToTheFolderThatHasIt() throws IOException {
        var collected = Files.createDirectories(root.resolve("infra/neighbours/target/neighbours"));
        var module = Files.createDirectories(root.resolve("services/planner"));
        assertThat(InstallationSearch.find(null, module)).isEqualTo(collected);
    }

    @Test
    void takesTheNamedFolder() {
        assertThat(InstallationSearch.find(root.toString(), Path.of("/"))).isEqualTo(root);
    }

    @Test
    void saysWhatToDoWhenThereIsNone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> InstallationSearch.find(null, root))
                .withMessageContaining("./flyball build")
                .withMessageContaining(root.toString());
    }

    @Test
    void saysThatTheNamedFolderIsNotThere() {
        assertThatIllegalStateException()
                .isThrownBy(() -> InstallationSearch.find(root.resolve("none").toString(), root))
                .withMessageContaining("none");
    }
}
