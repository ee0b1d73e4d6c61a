package io.flyball.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CASE-6 what was seen before a change says nothing about after it")
class OutputTest {
    private static Output log(String text) {
        return new Output("a1", true, true, 0, text, true, "", null);
    }

    @Test
    @DisplayName("of a log only lines count that are new, numbers aside")
    void since() {
        Output before = log("INFO started\nERROR 7 no answer from 127.0.0.1:9011\n");

        assertThat(log("ERROR 7 no answer from 127.0.0.1:9011\nERROR 8 no answer from 127.0.0.1:9011\nINFO started\n")
                        .since(before)
                        .text())
                .isEmpty();
        assertThat(log("INFO started\nERROR disk is full\n").since(before).text())
                .isEqualTo("ERROR disk is full");
    }
}
