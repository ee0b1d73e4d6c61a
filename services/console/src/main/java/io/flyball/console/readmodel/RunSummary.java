package io.flyball.console.readmodel;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A run without its timeline. */
public record RunSummary(
        @JsonUnwrapped RunView.Asked asked,
        @JsonUnwrapped RunView.Standing standing,
        @JsonUnwrapped RunView.Ending ending,
        @JsonUnwrapped RunView.Spent spent) {}
