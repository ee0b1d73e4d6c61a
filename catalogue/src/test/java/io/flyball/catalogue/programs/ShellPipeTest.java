package io.flyball.catalogue.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A line is taken apart at its pipes")
class ShellPipeTest {

    @Test
    void outsideOfQuotesOnly() {
        assertThat(ShellPipe.of("ps aux|grep 'a|b' | grep \"c|d\" | grep e\\|f"))
                .contains(List.of(
                        List.of("ps", "aux"), List.of("grep", "a|b"), List.of("grep", "c|d"), List.of("grep", "e|f")));
    }

    @Test
    void aLineWithoutAPipeIsOneCommand() {
        assertThat(ShellPipe.of(" df  -h ")).contains(List.of(List.of("df", "-h")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "a |",
                "| a",
                "a || b",
                "a |& b",
                "a | b; c",
                "a | b > f",
                "a | b < f",
                "a | $(b)",
                "a | `b`",
                "a | b &",
                "a\nb | c",
                "a | 'b",
                "a | \"$(b)\""
            })
    void whatOnlyAShellUnderstandsIsNone(String line) {
        assertThat(ShellPipe.of(line)).isEmpty();
    }
}
