package io.flyball.planner.model;

import java.util.Locale;

/** Why a model stopped, by name; a reason that is not known is never taken for done. */
enum StopReason {
    END_TURN,
    TOOL_USE,
    STOP_SEQUENCE,
    MAX_TOKENS,
    CONTEXT_EXCEEDED,
    PAUSE,
    REFUSAL,
    CONTENT_FILTER,
    ERROR,
    UNKNOWN;

    /** What that reason of Anthropic's or OpenAI's means. */
    static StopReason of(String named) {
        return switch (named.toLowerCase(Locale.ROOT)) {
            case "end_turn", "stop" -> END_TURN;
            case "tool_use", "tool_calls", "function_call" -> TOOL_USE;
            case "stop_sequence" -> STOP_SEQUENCE;
            case "max_tokens", "length" -> MAX_TOKENS;
            case "model_context_window_exceeded" -> CONTEXT_EXCEEDED;
            case "pause_turn" -> PAUSE;
            case "refusal" -> REFUSAL;
            case "content_filter" -> CONTENT_FILTER;
            case "error" -> ERROR;
            default -> UNKNOWN;
        };
    }
}
