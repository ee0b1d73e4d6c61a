package io.flyball.governor.policy;

import org.jspecify.annotations.Nullable;

/**
 * The run that an action belongs to, as far as governing needs it.
 *
 * @param principal on whose behalf it acts
 * @param alertName the alert that opened it; absent when a person did
 * @param costSoFarMicros millionths of a US dollar
 * @param remainingMillis active time that it has left, milliseconds
 */
public record RunContext(
        String runId,
        String tenant,
        String principal,
        String agent,
        String environment,
        String goal,
        @Nullable String alertName,
        long costSoFarMicros,
        long remainingMillis) {}
