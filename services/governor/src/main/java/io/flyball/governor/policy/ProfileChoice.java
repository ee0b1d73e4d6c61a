package io.flyball.governor.policy;

import io.flyball.catalogue.AgentDefinition;
import java.util.Optional;

/**
 * The profile for an action.
 *
 * @param profile absent if even the strictest is not configured
 * @param name of the profile that was looked for last
 * @param note why it is not the one that was asked for; empty if it is
 */
record ProfileChoice(Optional<Profile> profile, String name, String note) {
    private static final String STRICTEST = "production";

    /** The agent's own profile, or the one named like the environment; the strictest where there is no such profile. */
    static ProfileChoice of(Policy policy, Optional<AgentDefinition> agent, String environment) {
        Optional<String> own = agent.map(AgentDefinition::profile);
        String wanted = own.orElse(environment);
        Optional<Profile> found = policy.profile(wanted);
        if (found.isPresent()) {
            return new ProfileChoice(found, wanted, "");
        }
        String note = own.isPresent()
                ? "there is no profile " + wanted + ", which the agent names, so the strictest holds"
                : "there is no profile for the environment " + environment + ", so the strictest holds";
        return new ProfileChoice(policy.profile(STRICTEST), STRICTEST, note);
    }
}
