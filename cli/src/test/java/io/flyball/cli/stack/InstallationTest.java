package io.flyball.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.cli.exit.CommandFailed;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path home;

    @Test
    void whatIsNotBuiltIsNamedWithWhatToDo() {
        var installation = new Installation(home);
        assertThatThrownBy(installation::suiteClassPath)
                .isInstanceOfSatisfying(
                        CommandFailed.class,
                        failed -> assertThat(failed.advice()).contains("./flyball build"))
                .hasMessageContaining("suite");
    }
}
