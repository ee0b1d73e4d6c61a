package io.flyball.planner.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A call that must be paid.
 *
 * @param id the provider's id of the answer; the call's number within the decision if it gives none
 * @param at when it ended
 * @param estimated whether the provider did not tell the tokens, or not all
 */
public record ModelCall(
        String id, Provider provider, String model, Tokens tokens, Duration duration, Instant at, boolean estimated) {}
