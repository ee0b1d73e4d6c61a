package io.flyball.governor.policyfiles;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flyball.governor.policy.ArgvPattern;
import io.flyball.governor.policy.Condition;
import io.flyball.governor.policy.OperationPattern;
import io.flyball.governor.policy.Risk;
import io.flyball.governor.policy.RiskRule;
import io.flyball.governor.policy.Selector;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * One rule about risk as its file states it; a rule raises the risk of what it selects and lowers none.
 *
 * @param risk at least this
 * @param operations what the rule is about; {@code *} stands for any text
 * @param tool only with this tool; absent for any
 * @param argv only this command; absent for any
 * @param environment only in this environment; absent for any
 * @param agent only for this agent; absent for any
 * @param when only if this expression holds; absent for always
 */
record RiskEntry(
        @JsonProperty(required = true) Risk risk,

        @JsonProperty(required = true) @JsonDeserialize(contentUsing = Checked.Operation.class)
        List<OperationPattern> operations,

        @Nullable String tool,

        @JsonDeserialize(using = Checked.Argv.class) @Nullable
        ArgvPattern argv,

        @Nullable String environment,
        @Nullable String agent,

        @JsonDeserialize(using = Checked.When.class) @Nullable
        Condition when) {

    RiskEntry {
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("a rule names its operations, for example operations: [deploy]");
        }
    }

    RiskRule toRule() {
        return new RiskRule(
                risk,
                new Selector(
                        operations,
                        Optional.ofNullable(tool),
                        Optional.ofNullable(argv),
                        Optional.ofNullable(environment),
                        Optional.ofNullable(agent),
                        Optional.ofNullable(when)));
    }
}
