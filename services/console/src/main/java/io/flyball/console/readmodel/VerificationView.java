package io.flyball.console.readmodel;

/**
 * Whether a changed target was seen to work.
 *
 * @param state OWED, VERIFIED or FAILED
 * @param actionId the change while owed, then the read that showed it
 * @param attempts how many verifications have failed
 */
public record VerificationView(String target, String state, String actionId, int attempts) {}
