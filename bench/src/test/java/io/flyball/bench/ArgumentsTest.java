package io.flyball.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    private final StringWriter said = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"--output yaml", "--quickly", "waiting --runs many", "idle --seconds long", "sideways"})
    @DisplayName("What cannot be meant is refused before anything is started")
    void refused(String words) {
        assertThat(execute(words.split(" "))).isEqualTo(2);
    }

    @Test
    void helpNamesAllThatCanBeAskedFor() {
        assertThat(execute("--help")).isZero();
        assertThat(said.toString())
                .contains("--quick", "--output", "--whole", "--jvm", "--property", "waiting", "idle")
                .doesNotContain("--tiny");
    }

    private int execute(String... words) {
        return Main.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(words);
    }
}
