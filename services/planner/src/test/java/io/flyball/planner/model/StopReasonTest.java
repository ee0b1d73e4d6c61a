package io.flyball.planner.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopReasonTest {

    @ParameterizedTest
    @CsvSource({
        "end_turn,END_TURN",
        "stop,END_TURN",
        "tool_use,TOOL_USE",
        "tool_calls,TOOL_USE",
        "function_call,TOOL_USE",
        "stop_sequence,STOP_SEQUENCE",
        "max_tokens,MAX_TOKENS",
        "length,MAX_TOKENS",
        "model_context_window_exceeded,CONTEXT_EXCEEDED",
        "pause_turn,PAUSE",
        "refusal,REFUSAL",
        "content_filter,CONTENT_FILTER",
        "error,ERROR",
        "END_TURN,END_TURN"
    })
    @DisplayName("RUN-8 each stop reason of a model is known by its name")
    void known(String named, StopReason reason) {
        assertThat(StopReason.of(named)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"end turn", "tooluse", "done", "''", "unknown"})
    @DisplayName("RUN-8 one that is not known is not taken for another")
    void unknown(String named) {
        assertThat(StopReason.of(named)).isEqualTo(StopReason.UNKNOWN);
    }
}
