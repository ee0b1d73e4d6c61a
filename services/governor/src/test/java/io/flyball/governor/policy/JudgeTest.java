package io.flyball.governor.policy;

import static io.flyball.governor.policy.Fixture.act;
import static io.flyball.governor.policy.Fixture.catalogue;
import static io.flyball.governor.policy.Fixture.command;
import static io.flyball.governor.policy.Fixture.policy;
import static io.flyball.governor.policy.Fixture.proposal;
import static io.flyball.governor.policy.Fixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.ToolEffect;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {
    private final Judge everythingGoes = Fixture.judge(Sorting.AUTO_APPROVE);

    @Test
    @DisplayName("GOV-1 an action that no rule names requires approval")
    void unknownActionRequiresApproval() {
        Judgement judgement =
                new Judge(policy(rule(Sorting.AUTO_APPROVE, "read")), catalogue()).judge(act("production"));

        assertThat(judgement.sorting()).isEqualTo(Sorting.REQUIRE_APPROVAL);
        assertThat(judgement.rule()).isEqualTo("unknown-action");
        assertThat(judgement.reason()).contains("restart").contains("production");
    }

    @Test
    @DisplayName("GOV-1 where several rules match, the strictest wins, in whatever order they stand")
    void theStrictestWins() {
        Rule auto = rule(Sorting.AUTO_APPROVE, "restart");
        Rule approve = rule(Sorting.REQUIRE_APPROVAL, "re*");
        Rule forbid = rule(Sorting.FORBID, "*");

        for (List<Rule> order : List.of(List.of(auto, approve, forbid), List.of(forbid, approve, auto))) {
            var judge = new Judge(policy(order.toArray(Rule[]::new)), catalogue());
            assertThat(judge.judge(act("production")).rule()).isEqualTo("production/forbid/*");
        }
    }

    @Test
    @DisplayName("GOV-4 every judgement names the rule, the profile and the policy's version")
    void judgementsNameTheirOrigin() {
        Judgement judgement =
                new Judge(policy(rule(Sorting.REQUIRE_APPROVAL, "restart")), catalogue()).judge(act("production"));

        assertThat(judgement.rule()).isEqualTo("production/approve/restart");
        assertThat(judgement.profile()).isEqualTo("production");
        assertThat(judgement.policyHash()).isEqualTo("hash");
        assertThat(judgement.reason()).isEqualTo("because");
    }

    @Nested
    @DisplayName("What the catalogue does not know is denied, whatever the profile says")
    class NotInTheCatalogue {

        @Test
        void anUnknownToolIsDeniedAndTheKnownOnesAreNamed() {
            denied(proposal("magic", "{}", "production", false, null), "unknown-tool", "magic", "act", "run_command");
        }

        @Test
        void aToolThatTheAgentDoesNotHaveIsDenied() {
            denied(
                    proposal("other", "{}", "production", false, null),
                    "tool-not-granted",
                    "restorer",
                    "act, run_command");
        }

        @Test
        void anUnknownAgentIsDenied() {
            Proposal known = act("production");
            var run = new RunContext("r1", "default", "ann", "stranger", "production", "goal", null, 0, 0);
            var unknown = new Proposal(
                    known.actionId(),
                    run,
                    1,
                    known.tool(),
                    known.argumentsJson(),
                    known.target(),
                    "",
                    null,
                    null,
                    known.actionHash(),
                    false,
                    false,
                    List.of());
            denied(unknown, "unknown-agent", "stranger", "restorer");
        }

        @Test
        void aCommandThatNoPermissionMatchesIsDeniedWithWhatIsAllowed() {
            denied(
                    command("production", "deployctl", "destroy", "shop"),
                    "command-not-permitted",
                    "deployctl destroy shop",
                    "deployctl status *",
                    "deployctl rollback *");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "run_command;{}",
                    "run_command;{\"argv\":[]}",
                    "run_command;{\"argv\":\"rm -rf /\"}",
                    "run_command;{\"argv\":[1]}",
                    "act;[1]",
                    "act;not json",
                    "act;{} {}"
                })
        void argumentsThatCannotBeReadAreDenied(String tool, String arguments) {
            Judgement judgement = everythingGoes.judge(proposal(tool, arguments, "production", false, null));
            assertThat(judgement.sorting()).isEqualTo(Sorting.FORBID);
            assertThat(judgement.rule()).isEqualTo("unreadable-arguments");
        }

        @Test
        void aHashThatDoesNotFitIsDenied() {
            Proposal p = act("production");
            var forged = new Proposal(
                    p.actionId(),
                    p.run(),
                    1,
                    p.tool(),
                    p.argumentsJson(),
                    "service:till",
                    "",
                    null,
                    null,
                    p.actionHash(),
                    false,
                    false,
                    List.of());
            denied(forged, "hash-mismatch", "does not fit");
        }

        private void denied(Proposal proposal, String rule, String... reasons) {
            Judgement judgement = everythingGoes.judge(proposal);
            assertThat(judgement.sorting()).isEqualTo(Sorting.FORBID);
            assertThat(judgement.rule()).isEqualTo(rule);
            assertThat(judgement.reason()).contains(reasons);
            assertThat(judgement.nature().risk()).isEqualTo(Risk.CRITICAL);
        }
    }

    @Test
    @DisplayName("GOV-1 a command is governed as the operation of the agent's permission")
    void commandsAreGovernedByTheirPermission() {
        var judge = new Judge(
                policy(rule(Sorting.AUTO_APPROVE, "read"), rule(Sorting.REQUIRE_APPROVAL, "rollback")), catalogue());

        Judgement read = judge.judge(command("production", "deployctl", "status", "shop"));
        assertThat(read.sorting()).isEqualTo(Sorting.AUTO_APPROVE);
        assertThat(read.nature().effect()).isEqualTo(ToolEffect.READ);
        Judgement rollback = judge.judge(command("production", "deployctl", "rollback", "shop"));
        assertThat(rollback.sorting()).isEqualTo(Sorting.REQUIRE_APPROVAL);
        assertThat(rollback.nature().effect()).isEqualTo(ToolEffect.CHANGE);
        assertThat(rollback.nature().command()).isEqualTo("deployctl rollback shop");
        assertThat(rollback.nature().resource()).isEqualTo("command:deployctl rollback shop");
    }

    @Nested
    @DisplayName("GOV-10 in a tainted run")
    class Tainted {

        @ParameterizedTest
        @EnumSource(names = {"CHANGE", "DESTRUCTIVE"})
        void changesNeedApproval(ToolEffect effect) {
            Judgement judgement = judge(effect, Sorting.AUTO_APPROVE);
            assertThat(judgement.sorting()).isEqualTo(Sorting.REQUIRE_APPROVAL);
            assertThat(judgement.rule()).isEqualTo("tainted");
            assertThat(judgement.coverable()).isFalse();
            assertThat(judgement.flags()).anyMatch(flag -> flag.startsWith("tainted"));
        }

        @Test
        void readsGoOn() {
            assertThat(judge(ToolEffect.READ, Sorting.AUTO_APPROVE).sorting()).isEqualTo(Sorting.AUTO_APPROVE);
        }

        @Test
        void whatIsForbiddenStaysForbidden() {
            assertThat(judge(ToolEffect.CHANGE, Sorting.FORBID).sorting()).isEqualTo(Sorting.FORBID);
        }

        private static Judgement judge(ToolEffect effect, Sorting sorting) {
            return new Judge(policy(rule(sorting, "*")), catalogue("restart", effect, null))
                    .judge(proposal("act", "{}", "production", true, null));
        }
    }

    @Nested
    @DisplayName("GOV-12 nothing configured means nothing allowed")
    class NothingConfigured {
        private final Judge nothing = new Judge(new Policy("none", List.of(), List.of()), catalogue());

        @Test
        void everyChangeIsDenied() {
            assertThat(nothing.allowsNothing()).isTrue();
            assertThat(nothing.judge(act("production")).sorting()).isEqualTo(Sorting.FORBID);
            assertThat(nothing.judge(act("production")).rule()).isEqualTo("no-policy");
        }

        @Test
        void readsAreAskedFor() {
            assertThat(nothing.judge(command("production", "deployctl", "status", "shop"))
                            .sorting())
                    .isEqualTo(Sorting.REQUIRE_APPROVAL);
        }

        @Test
        void aProfileWithoutRulesIsNothingConfigured() {
            var empty = new Judge(policy(), catalogue());
            assertThat(empty.allowsNothing()).isTrue();
            assertThat(empty.judge(act("production")).sorting()).isEqualTo(Sorting.FORBID);
        }
    }

    @Nested
    @DisplayName("GOV-13 the strictest of the environment's profile and the agent's holds")
    class WhichProfile {
        private final Policy policy = new Policy(
                "hash",
                List.of(
                        new Profile("production", List.of(rule(Sorting.REQUIRE_APPROVAL, "*"))),
                        new Profile("staging", List.of(rule(Sorting.NOTIFY, "*"))),
                        new Profile("locked", List.of(rule(Sorting.FORBID, "*"))),
                        new Profile("incident", List.of(rule(Sorting.AUTO_APPROVE, "*")))),
                List.of());

        @Test
        void theOneNamedLikeTheEnvironment() {
            assertThat(judge(null, "staging").profile()).isEqualTo("staging");
        }

        @Test
        void theAgentsOwnWhereItIsTheStricter() {
            assertThat(judge("locked", "staging").sorting()).isEqualTo(Sorting.FORBID);
        }

        @Test
        void theEnvironmentsWhereTheAgentsIsTheFreer() {
            assertThat(judge("staging", "production").rule()).isEqualTo("production/approve/*");
        }

        @Test
        @DisplayName("GOV-13 incident is never chosen by a name")
        void incidentIsNotChosenByAName() {
            Judgement judgement = judge("incident", "staging");
            assertThat(judgement.sorting()).isEqualTo(Sorting.REQUIRE_APPROVAL);
            assertThat(judgement.reason()).contains("only by a person's order");
        }

        @Test
        void theStrictestForAnUnknownEnvironmentAndItIsSaid() {
            Judgement judgement = judge(null, "moon");
            assertThat(judgement.profile()).isEqualTo("production");
            assertThat(judgement.reason()).contains("no profile for the environment moon");
        }

        @Test
        void theStrictestForAProfileThatTheAgentNamesInVain() {
            Judgement judgement = judge("yolo", "staging");
            assertThat(judgement.profile()).isEqualTo("production");
            assertThat(judgement.reason()).contains("yolo");
        }

        @Test
        @DisplayName("GOV-13 where both hold an action, all that either wants of people is wanted")
        void bothWhereTheyAreEquallyStrict() {
            assertThat(approvers(Sorting.REQUIRE_APPROVAL, Sorting.REQUIRE_APPROVAL, false))
                    .isEqualTo(new Approvers(1, true));
        }

        @Test
        @DisplayName("GOV-13 what only one of them holds is held by that one's word; what none holds, by both")
        void thoseThatHold() {
            assertThat(approvers(Sorting.REQUIRE_APPROVAL, Sorting.AUTO_APPROVE, false))
                    .isEqualTo(Approvers.ANYBODY);
            assertThat(approvers(Sorting.NOTIFY, Sorting.AUTO_APPROVE, true)).isEqualTo(new Approvers(1, true));
        }

        private static Approvers approvers(Sorting ofEnvironment, Sorting ofAgent, boolean tainted) {
            var two = new Policy(
                    "hash",
                    List.of(
                            new Profile("staging", List.of(rule(ofEnvironment, "*"))),
                            new Profile("careful", List.of(rule(ofAgent, "*")), new Approvers(2, true))),
                    List.of());
            var places = Fixture.inventory("staging");
            return new Judge(two, catalogue("restart", ToolEffect.CHANGE, "careful", places))
                    .judge(proposal("act", "{\"service\":\"shop\"}", "staging", tainted, null))
                    .approvers();
        }

        private Judgement judge(String own, String environment) {
            var places = Fixture.inventory(environment);
            return new Judge(policy, catalogue("restart", ToolEffect.CHANGE, own, places)).judge(act("production"));
        }
    }

    @Test
    @DisplayName("GOV-2 people see where the planner's word on risk differs")
    void flagsSayWhereThePlannerDiffers() {
        Judgement judgement = everythingGoes.judge(proposal("act", "{}", "production", false, Risk.LOW));
        assertThat(judgement.nature().risk()).isEqualTo(Risk.MEDIUM);
        assertThat(judgement.flags()).contains("the planner states risk LOW, policy computes MEDIUM");
    }

    @Nested
    @DisplayName("GOV-1 what the planner itself calls critical, as a runbook step with approval does,")
    class StatedCritical {

        @ParameterizedTest
        @EnumSource(
                value = Sorting.class,
                names = {"AUTO_APPROVE", "NOTIFY"})
        void needsApprovalWhereTheProfileLetsItThrough(Sorting sorting) {
            Judgement judgement = judge(ToolEffect.CHANGE, sorting, Risk.CRITICAL);
            assertThat(judgement.sorting()).isEqualTo(Sorting.REQUIRE_APPROVAL);
            assertThat(judgement.rule()).isEqualTo("stated-critical");
        }

        @Test
        void staysForbidden() {
            assertThat(judge(ToolEffect.CHANGE, Sorting.FORBID, Risk.CRITICAL).sorting())
                    .isEqualTo(Sorting.FORBID);
        }

        @Test
        void goesOnAsARead() {
            assertThat(judge(ToolEffect.READ, Sorting.AUTO_APPROVE, Risk.CRITICAL)
                            .sorting())
                    .isEqualTo(Sorting.AUTO_APPROVE);
        }

        @Test
        void isNoMatterBelowCritical() {
            assertThat(judge(ToolEffect.CHANGE, Sorting.AUTO_APPROVE, Risk.HIGH).sorting())
                    .isEqualTo(Sorting.AUTO_APPROVE);
        }

        private static Judgement judge(ToolEffect effect, Sorting sorting, Risk stated) {
            return new Judge(policy(rule(sorting, "*")), catalogue("restart", effect, null))
                    .judge(proposal("act", "{}", "production", false, stated));
        }
    }
}
