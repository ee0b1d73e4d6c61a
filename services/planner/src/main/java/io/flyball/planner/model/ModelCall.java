package io.flyball.planner.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A call that was answered and must be paid.
 *
 * @param id the provider's id of the answer; the call's number within the decision if it gives none
 * @param at when it ended
 */
public record ModelCall(String id, Provider provider, String model, Tokens tokens, Duration duration, Instant at) {}
