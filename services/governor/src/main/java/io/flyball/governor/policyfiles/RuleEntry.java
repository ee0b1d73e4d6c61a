package io.flyball.governor.policyfiles;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flyball.governor.policy.ArgvPattern;
import io.flyball.governor.policy.Condition;
import io.flyball.governor.policy.OperationPattern;
import io.flyball.governor.policy.Rule;
import io.flyball.governor.policy.Selector;
import io.flyball.governor.policy.Sorting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * One rule as a profile's file states it; the section that it stands in says what it does.
 *
 * @param operations what the rule is about; {@code *} stands for any text
 * @param reason why, for people and for the planner
 * @param tool only with this tool; absent for any
 * @param argv only this command; absent for any
 * @param environment only in this environment; absent for any
 * @param agent only for this agent; absent for any
 * @param when only if this expression holds; absent for always
 */
record RuleEntry(
        @JsonProperty(required = true) @JsonDeserialize(contentUsing = Checked.Operation.class)
        List<OperationPattern> operations,

        @JsonProperty(required = true) String reason,
        @Nullable String tool,

        @JsonDeserialize(using = Checked.Argv.class) @Nullable
        ArgvPattern argv,

        @Nullable String environment,
        @Nullable String agent,

        @JsonDeserialize(using = Checked.When.class) @Nullable
        Condition when) {

    RuleEntry {
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("a rule names its operations, for example operations: [restart]");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a rule says why it is there: reason must not be blank");
        }
    }

    Rule toRule(Sorting sorting) {
        return new Rule(
                sorting,
                new Selector(
                        operations,
                        Optional.ofNullable(tool),
                        Optional.ofNullable(argv),
                        Optional.ofNullable(environment),
                        Optional.ofNullable(agent),
                        Optional.ofNullable(when)),
                reason);
    }
}
