package io.flyball.governor.approval;

import java.time.Duration;

/**
 * How long things wait.
 *
 * @param timeout how long people have to answer before it counts as denied
 * @param grantTime how long after a verdict the action may begin
 * @param keepAnswered how long an answered action is remembered, so that what comes again hears the same
 */
public record ApprovalRules(Duration timeout, Duration grantTime, Duration keepAnswered) {}
