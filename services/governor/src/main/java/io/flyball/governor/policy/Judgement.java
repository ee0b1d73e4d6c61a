package io.flyball.governor.policy;

import java.util.List;

/**
 * What policy says to one action, at one version of the policy.
 *
 * @param rule the rule that decided, for example {@code production/approve/restart}, or {@code unknown-action}
 * @param reason why, for people and for the planner
 * @param profile the autonomy profile
 * @param policyHash the policy's version
 * @param coverable whether an earlier approval for the whole run may answer for it
 * @param flags what a person should look at
 * @param approvers who must approve it, if it is held; anybody in what an older governor kept
 * @param catalogueVersion the version of the catalogue; empty in what an older governor kept
 */
public record Judgement(
        Sorting sorting,
        String rule,
        String reason,
        String profile,
        String policyHash,
        Nature nature,
        boolean coverable,
        List<String> flags,
        String catalogueVersion,
        Approvers approvers) {

    @SuppressWarnings("ConstantValue")
    public Judgement {
        approvers = approvers == null ? Approvers.ANYBODY : approvers;
        catalogueVersion = catalogueVersion == null ? "" : catalogueVersion;
        flags = List.copyOf(flags);
    }

    /** Who must approve it; nobody in particular if it is not held. */
    public Approvers wanted() {
        return sorting == Sorting.REQUIRE_APPROVAL ? approvers : Approvers.ANYBODY;
    }
}
