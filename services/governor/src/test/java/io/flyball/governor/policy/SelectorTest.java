package io.flyball.governor.policy;

import static io.flyball.governor.policy.Fixture.catalogue;
import static io.flyball.governor.policy.Fixture.command;
import static io.flyball.governor.policy.Fixture.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {
    private final Proposal rollback = command("production", "deployctl", "rollback", "shop");

    @Test
    void everyPartOfASelectorMustFit() {
        assertThat(selected(selector("run_command", List.of("deployctl", "rollback", "*"), "production", "restorer")))
                .isTrue();
        assertThat(selected(selector("act", null, null, null))).isFalse();
        assertThat(selected(selector(null, List.of("deployctl", "rollback", "till"), null, null)))
                .isFalse();
        assertThat(selected(selector(null, null, "staging", null))).isFalse();
        assertThat(selected(selector(null, null, null, "another"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "argv[2] == 'shop'",
                "arguments.argv.size() == 3",
                "target == 'service:shop' && resource.startsWith('command:deployctl')",
                "effect == 'CHANGE' && reversible && !dryRun && !tainted",
                "tool == 'run_command' && operation == 'rollback' && environment == 'production'",
                "agent == 'restorer' && tenant == 'default' && principal == 'ann' && alert == 'ServiceDown'",
                "statedRisk == '' && flags.size() == 0"
            })
    @DisplayName("GOV-2 expressions see the action")
    void expressionsSeeTheAction(String when) {
        assertThat(sorted(Sorting.AUTO_APPROVE, when)).isEqualTo(Sorting.AUTO_APPROVE);
    }

    @Test
    void anExpressionThatFailsSelectsNothing() {
        assertThat(sorted(Sorting.AUTO_APPROVE, "argv[2] == 'till'")).isEqualTo(Sorting.REQUIRE_APPROVAL);
    }

    @ParameterizedTest
    @CsvSource({"AUTO_APPROVE,REQUIRE_APPROVAL", "NOTIFY,REQUIRE_APPROVAL", "FORBID,FORBID"})
    @DisplayName("An expression that cannot be evaluated frees nothing and restricts what it may")
    void unknownRestricts(Sorting sorting, Sorting expected) {
        assertThat(sorted(sorting, "arguments.force == true")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"argv[", "colour == 'red'", "argv[0]", "size(argv)"})
    void expressionsAreCheckedWhenTheyAreRead(String when) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.of(when))
                .withMessageContaining("when:");
    }

    @ParameterizedTest
    @CsvSource({
        "delete*, delete_pod, true",
        "delete-*, delete_pod, true",
        "DELETE*, deletePod, true",
        "delete-*, delete, false",
        "*security-group*, modify-security-groups, true",
        "restart, restarted, false",
        "*, anything, true",
    })
    void operationPatterns(String pattern, String operation, boolean matches) {
        assertThat(OperationPattern.of(pattern).matches(operation)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "re.start"})
    void whatIsNoOperationIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OperationPattern.of(text));
    }

    private Sorting sorted(Sorting sorting, String when) {
        Rule rule = new Rule(sorting, Fixture.selector(when, "rollback"), "because");
        return new Judge(policy(rule), catalogue()).judge(rollback).sorting();
    }

    private boolean selected(Selector selector) {
        Rule rule = new Rule(Sorting.AUTO_APPROVE, selector, "because");
        return new Judge(policy(rule), catalogue()).judge(rollback).sorting() == Sorting.AUTO_APPROVE;
    }

    private static Selector selector(String tool, List<String> argv, String environment, String agent) {
        return new Selector(
                List.of(OperationPattern.of("rollback")),
                Optional.ofNullable(tool),
                Optional.ofNullable(argv).map(ArgvPattern::of),
                Optional.ofNullable(environment),
                Optional.ofNullable(agent),
                Optional.empty());
    }
}
