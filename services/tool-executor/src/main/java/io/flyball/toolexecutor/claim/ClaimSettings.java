package io.flyball.toolexecutor.claim;

import java.time.Duration;

/**
 * How claims are kept.
 *
 * @param lease after this long without a sign of life the executor that began an action counts as dead
 * @param keep how long claims are remembered; longer than calls stay on their topic
 * @param clockSkew how far the clocks of Redis and of whoever sends calls may differ
 */
public record ClaimSettings(Duration lease, Duration keep, Duration clockSkew) {}
