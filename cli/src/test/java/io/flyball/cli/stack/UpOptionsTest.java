package io.flyball.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UpOptionsTest {

    @Test
    void areHandedOnAsTheyWereTyped() {
        assertThat(new UpOptions(StackMode.PROCESSES, 8000, false, Planning.MODEL).arguments())
                .containsExactlyInAnyOrder("--port-base=8000", "--planner=model", "--processes", "--no-tracing");
    }

    @Test
    void allPortsMustExist() {
        assertThatThrownBy(() -> new UpOptions(StackMode.ONE_JVM, 65_530, true, Planning.AUTO))
                .hasMessageContaining("65520");
    }
}
