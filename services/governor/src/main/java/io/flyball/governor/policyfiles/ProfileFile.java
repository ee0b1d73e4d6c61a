package io.flyball.governor.policyfiles;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flyball.governor.policy.Approvers;
import io.flyball.governor.policy.Profile;
import io.flyball.governor.policy.Rule;
import io.flyball.governor.policy.Sorting;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An autonomy profile as its file states it.
 *
 * @param name what agents and environments call it
 * @param purpose what it is for, for people who read the file
 * @param auto what is approved by itself
 * @param tell what is approved, and people are told; {@code notify} in the file
 * @param approve what a person must approve
 * @param forbid what is denied
 * @param approvers who must approve; any one person if absent
 */
record ProfileFile(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String purpose,
        @Nullable List<RuleEntry> auto,
        @JsonProperty("notify") @Nullable List<RuleEntry> tell,
        @Nullable List<RuleEntry> approve,
        @Nullable List<RuleEntry> forbid,
        @Nullable ApproversEntry approvers) {

    ProfileFile {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("a profile's name is lower case with hyphens, not " + name);
        }
    }

    Profile toProfile() {
        return new Profile(
                name,
                Stream.of(
                                rules(Sorting.AUTO_APPROVE, auto),
                                rules(Sorting.NOTIFY, tell),
                                rules(Sorting.REQUIRE_APPROVAL, approve),
                                rules(Sorting.FORBID, forbid))
                        .flatMap(section -> section)
                        .toList(),
                approvers == null ? Approvers.ANYBODY : approvers.toApprovers());
    }

    private static Stream<Rule> rules(Sorting sorting, @Nullable List<RuleEntry> section) {
        return section == null ? Stream.empty() : section.stream().map(entry -> entry.toRule(sorting));
    }
}
