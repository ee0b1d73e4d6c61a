package io.flyball.cli.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file with tests of a policy.
 *
 * @param name what is shown where a case fails; unique in its folder
 * @param profile the profile that holds; absent where the governor shall choose it, as it does for a real proposal
 * @param agent who asks; absent for operations-reader
 * @param cases what policy must say
 */
record PolicyTestFile(
        @JsonProperty(required = true) String name,
        @Nullable String profile,
        @Nullable String agent,
        @JsonProperty(required = true) List<PolicyCase> cases) {

    PolicyTestFile {
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("a test of a policy has cases");
        }
    }

    String whoAsks() {
        return agent == null ? Explanation.DEFAULT_AGENT : agent;
    }
}
