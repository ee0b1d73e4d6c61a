package io.flyball.governor.policyfiles;

/**
 * Another version is in force. The two are equal where only agents or tools have changed.
 *
 * @param before hash of the policy until now
 * @param after hash of the policy from now on
 */
public record PolicyChange(String before, String after) {}
