package io.flyball.governor.policyfiles;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Rules about risk as a file states them.
 *
 * @param name what the file is about
 */
record RiskFile(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) List<RiskEntry> rules) {

    RiskFile {
        rules = List.copyOf(rules);
    }
}
