package io.flyball.governor.policy;

import java.util.List;
import java.util.Optional;

/**
 * All policy files as read at one time.
 *
 * @param hash SHA-256 in hex over the files in order; the policy's version
 */
public record Policy(String hash, List<Profile> profiles, List<RiskRule> riskRules) {

    public Policy {
        profiles = List.copyOf(profiles);
        riskRules = List.copyOf(riskRules);
    }

    /** Whether there is no rule at all, so that nothing is allowed. */
    public boolean saysNothing() {
        return profiles.stream().allMatch(profile -> profile.rules().isEmpty());
    }

    Optional<Profile> profile(String name) {
        return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }
}
