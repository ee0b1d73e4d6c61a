package io.flyball.governor.policy;

import static io.flyball.governor.policy.Fixture.catalogue;
import static io.flyball.governor.policy.Fixture.operations;
import static io.flyball.governor.policy.Fixture.proposal;
import static io.flyball.governor.policy.Fixture.rule;
import static io.flyball.governor.policy.Fixture.selector;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.ToolEffect;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskAssessmentTest {

    @ParameterizedTest
    @CsvSource({"READ,LOW", "CHANGE,MEDIUM", "DESTRUCTIVE,CRITICAL"})
    @DisplayName("GOV-2 the effect gives the least risk")
    void byEffect(ToolEffect effect, Risk expected) {
        assertThat(risk(effect, List.of(), null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"LOW,MEDIUM", "MEDIUM,MEDIUM", "HIGH,HIGH", "CRITICAL,CRITICAL"})
    @DisplayName("GOV-2 the planner's word raises a risk and never lowers it")
    void thePlannersWord(Risk stated, Risk expected) {
        assertThat(risk(ToolEffect.CHANGE, List.of(), stated)).isEqualTo(expected);
    }

    @Test
    @DisplayName("GOV-2 rules raise a risk and never lower it")
    void rules() {
        assertThat(risk(ToolEffect.READ, List.of(new RiskRule(Risk.HIGH, operations("act-*"))), null))
                .isEqualTo(Risk.LOW);
        assertThat(risk(ToolEffect.READ, List.of(new RiskRule(Risk.HIGH, operations("some*"))), null))
                .isEqualTo(Risk.HIGH);
        assertThat(risk(ToolEffect.DESTRUCTIVE, List.of(new RiskRule(Risk.LOW, operations("*"))), null))
                .isEqualTo(Risk.CRITICAL);
    }

    @Test
    @DisplayName("GOV-2 an expression that cannot be evaluated raises the risk")
    void unknownRaises() {
        assertThat(risk(ToolEffect.READ, List.of(new RiskRule(Risk.HIGH, selector("arguments.x == 1", "*"))), null))
                .isEqualTo(Risk.HIGH);
    }

    private static Risk risk(ToolEffect effect, List<RiskRule> rules, Risk stated) {
        var profile = new Profile("production", List.of(rule(Sorting.AUTO_APPROVE, "*")));
        return new Judge(new Policy("hash", List.of(profile), rules), catalogue("something", effect, null))
                .judge(proposal("act", "{}", "production", false, stated))
                .nature()
                .risk();
    }
}
