package io.flyball.platform.stop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StopValueTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"active\":false}", " {\"reason\":\"over\", \"active\" : false} "})
    @DisplayName("STOP-1 only a value that is clearly inactive is inactive")
    void clearlyInactive(String value) {
        assertThat(StopValue.read(value).mayAct()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "0",
                "1",
                "false",
                "no",
                "{}",
                "[]",
                "null",
                "{\"active\":true}",
                "{\"active\":\"false\"}",
                "{\"active\":0}",
                "{\"active\":null}",
                "{\"Active\":false}",
                "{\"active\":false",
                "{\"active\":false}}",
                "{\"active\":false} {\"active\":true}",
                "[{\"active\":false}]",
                "\"{\\\"active\\\":false}\""
            })
    @DisplayName("STOP-1 anything else counts as active, a missing key too")
    void everythingElseIsActive(String value) {
        assertThat(StopValue.read(value)).isInstanceOf(StopState.Stopped.class);
        assertThat(StopValue.read(value).explain()).contains(StopValue.KEY);
    }

    @Test
    @DisplayName("STOP-8 an active stop says who, why and since when")
    void tellsWhoAndWhy() {
        String value =
                "{\"active\":true,\"reason\":\"bad deploy\",\"activated_by\":\"ann\",\"activated_at\":\"2026-01-01\"}";
        assertThat(StopValue.read(value))
                .isEqualTo(new StopState.Stopped(StopValue.KEY, "bad deploy", "ann", "2026-01-01"));
    }

    @Test
    @DisplayName("STOP-6 a kill switch is off when missing or 0, else on")
    void killSwitch() {
        assertThat(StopValue.readKillSwitch("k", null).mayAct()).isTrue();
        assertThat(StopValue.readKillSwitch("k", "0").mayAct()).isTrue();
        assertThat(StopValue.readKillSwitch("k", "1").mayAct()).isFalse();
        assertThat(StopValue.readKillSwitch("k", "anything").mayAct()).isFalse();
    }
}
