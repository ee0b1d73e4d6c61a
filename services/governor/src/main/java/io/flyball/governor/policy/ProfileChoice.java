package io.flyball.governor.policy;

import io.flyball.catalogue.AgentDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A profile that an action is held against.
 *
 * @param profile absent if even the strictest is not configured
 * @param name of the profile that was looked for last
 * @param note why it is not the one that was asked for; empty if it is
 */
record ProfileChoice(Optional<Profile> profile, String name, String note) {
    private static final String STRICTEST = "production";
    /** Only a person's order puts it in force, for a time; a name in a file or a label never does. */
    private static final String ORDERED_ONLY = "incident";

    /** The environment's profile and the agent's own; the strictest ruling of them holds. */
    static List<ProfileChoice> of(Policy policy, Optional<AgentDefinition> agent, String environment) {
        ProfileChoice ofEnvironment = named(
                policy,
                environment,
                "there is no profile for the environment " + environment + ", so the strictest holds");
        return Stream.concat(
                        Stream.of(ofEnvironment),
                        agent
                                .map(AgentDefinition::profile)
                                .map(own -> named(
                                        policy,
                                        own,
                                        "there is no profile " + own
                                                + ", which the agent names, so the strictest holds"))
                                .stream())
                .toList();
    }

    Approvers approvers() {
        return profile.map(Profile::approvers).orElse(Approvers.ANYBODY);
    }

    /** That one as if it held, even if only a person's order can put it in force. */
    static ProfileChoice only(Policy policy, String name) {
        return policy.profile(name)
                .map(profile -> new ProfileChoice(Optional.of(profile), name, ""))
                .orElseGet(() -> strictest(policy, "there is no profile " + name + ", so the strictest holds"));
    }

    private static ProfileChoice named(Policy policy, String name, String otherwise) {
        if (name.equals(ORDERED_ONLY)) {
            return strictest(policy, "the profile incident holds only by a person's order, so the strictest holds");
        }
        return policy.profile(name)
                .map(profile -> new ProfileChoice(Optional.of(profile), name, ""))
                .orElseGet(() -> strictest(policy, otherwise));
    }

    private static ProfileChoice strictest(Policy policy, String note) {
        return new ProfileChoice(policy.profile(STRICTEST), STRICTEST, note);
    }
}
