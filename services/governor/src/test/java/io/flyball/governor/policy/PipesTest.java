package io.flyball.governor.policy;

import static io.flyball.governor.policy.Fixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("GOV-2 SBX-1 the governor and commands that are joined by pipes")
class PipesTest {
    private static final String PIPED = "{\"argv\":[\"ps\",\"aux\"],\"pipe\":[[\"grep\",\"shop\"]]}";

    @Test
    @DisplayName("GOV-2 a rule about any command of the pipe holds, and the strictest wins")
    void everyCommandIsJudged() {
        assertThat(judge(PIPED, rule(Sorting.AUTO_APPROVE, "read"), rule(Sorting.AUTO_APPROVE, "search"))
                        .sorting())
                .isEqualTo(Sorting.AUTO_APPROVE);
        assertThat(judge(PIPED, rule(Sorting.AUTO_APPROVE, "read"), rule(Sorting.FORBID, "search"))
                        .sorting())
                .isEqualTo(Sorting.FORBID);
        assertThat(judge(PIPED, rule(Sorting.AUTO_APPROVE, "read")).rule()).isEqualTo("unknown-action");
    }

    @Test
    @DisplayName("APR-1 a person reads the whole pipe")
    void theTextIsWhole() {
        assertThat(judge(PIPED, rule(Sorting.REQUIRE_APPROVAL, "*")).nature().command())
                .isEqualTo("ps aux | grep shop");
    }

    @Test
    @DisplayName("SBX-1 what takes its input for orders is denied behind a pipe, and so is a pipe that is none")
    void refused() {
        for (String pipe : List.of("[[\"sh\"]]", "[[]]", "[\"grep\"]", "\"grep x\"", "[[\"grep\",1]]", "{}")) {
            Judgement judgement =
                    judge("{\"argv\":[\"ps\",\"aux\"],\"pipe\":" + pipe + "}", rule(Sorting.AUTO_APPROVE, "*"));
            assertThat(judgement.sorting()).as(pipe).isEqualTo(Sorting.FORBID);
        }
    }

    private static Judgement judge(String arguments, Rule... rules) {
        var policy = new Policy("hash", List.of(new Profile("production", List.of(rules))), List.of());
        return new Judge(policy, Fixture.catalogue())
                .judge(Fixture.proposal("run_command", arguments, "production", false, null));
    }
}
