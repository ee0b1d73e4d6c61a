package io.flyball.governor;

import static io.flyball.contract.ApprovalAnswer.APPROVE;
import static io.flyball.contract.ApprovalAnswer.DENY;
import static io.flyball.governor.Records.answer;
import static io.flyball.governor.Records.newRun;
import static io.flyball.governor.Records.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ActionVerdict;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.NotificationKind;
import io.flyball.contract.Verdict;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("The governor with a real broker, registry and Redis")
class GovernorIT {
    @TempDir
    static Path folder;

    private static Heard heard;
    private static RunningGovernor governor;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        heard = new Heard(neighbours);
        governor = new RunningGovernor(neighbours, folder);
        Await.that("the governor is ready").until(governor::isReady);
    }

    @AfterAll
    static void end() {
        governor.close();
        heard.close();
    }

    @Test
    @DisplayName("GOV-1 what the profile approves by itself is allowed")
    void allows() {
        ActionProposal status = propose("status");
        ActionVerdict verdict = heard.verdict(status.getActionId() + ":v1");
        assertThat(verdict.getVerdict()).isEqualTo(Verdict.ALLOW);
        assertThat(verdict.getRule()).isEqualTo("production/auto/read");
        assertThat(verdict.getPolicyHash()).matches("[0-9a-f]{64}");
    }

    @Test
    @DisplayName("APR-1, APR-2 a held action is asked for and allowed when it is approved")
    void approves() {
        ActionProposal rollback = propose("rollback");
        assertThat(heard.verdict(rollback.getActionId() + ":v1").getVerdict()).isEqualTo(Verdict.HOLD_FOR_APPROVAL);
        assertThat(request(rollback)).isEqualTo("deployctl rollback shop");
        Heard.await(
                "people are asked",
                heard.notifications,
                message -> message.getKind() == NotificationKind.APPROVAL_NEEDED
                        && rollback.getRunId().equals(message.getRunId()));

        say(answer(rollback, APPROVE, "ann"));

        ActionVerdict allowed = heard.verdict(rollback.getActionId() + ":v2");
        assertThat(allowed.getVerdict()).isEqualTo(Verdict.ALLOW);
        assertThat(allowed.getApprovedBy()).isEqualTo("ann");
    }

    @Test
    @DisplayName("APR-4 a held action is denied with the person's reason")
    void denies() {
        ActionProposal rollback = held();
        say(answer(rollback, DENY, "bob"));
        ActionVerdict denied = heard.verdict(rollback.getActionId() + ":v2");
        assertThat(denied.getVerdict()).isEqualTo(Verdict.DENY);
        assertThat(denied.getReason()).contains("bob").contains("because of the release");
    }

    @Test
    @DisplayName("APR-2 an answer for another hash is refused, and the action stays held")
    void anotherHash() {
        ActionProposal rollback = held();
        ApprovalDecision forged = ApprovalDecision.newBuilder(answer(rollback, APPROVE, "eve"))
                .setActionHash(proposal(rollback.getRunId(), "restart").getActionHash())
                .build();
        say(forged);
        Heard.await(
                "the refusal is recorded",
                heard.audit,
                entry -> rollback.getRunId().equals(entry.getRunId())
                        && entry.getDetailJson().contains("another action"));
        assertThat(heard.verdicts).noneMatch(verdict -> verdict.getId().equals(rollback.getActionId() + ":v2"));

        say(answer(rollback, APPROVE, "ann"));
        assertThat(heard.verdict(rollback.getActionId() + ":v2").getApprovedBy())
                .isEqualTo("ann");
    }

    @Test
    @DisplayName("APR-2 of two answers the first counts, and the second is told so")
    void twoAnswers() {
        ActionProposal rollback = held();
        say(answer(rollback, APPROVE, "ann"));
        say(answer(rollback, DENY, "bob"));
        Heard.await(
                "the second is told",
                heard.notifications,
                message -> rollback.getRunId().equals(message.getRunId())
                        && message.getBody().contains("too late"));
        assertThat(heard.verdict(rollback.getActionId() + ":v2").getVerdict()).isEqualTo(Verdict.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "development", "staging", "moon"})
    @DisplayName("GOV-13, INV-4 a rollback of the shop waits for a person, whatever environment the proposal claims")
    void claimedEnvironment(String claimed) {
        ActionProposal rollback = Records.claiming(claimed, proposal(newRun(), "rollback"));
        heard.say(Topics.ACTION_PROPOSALS, rollback.getRunId(), rollback);

        ActionVerdict verdict = heard.verdict(rollback.getActionId() + ":v1");
        assertThat(verdict.getVerdict()).isEqualTo(Verdict.HOLD_FOR_APPROVAL);
        assertThat(verdict.getProfile()).isEqualTo("production");
        assertThat(verdict.getFlags()).anyMatch(flag -> flag.contains(claimed));
    }

    private static ActionProposal propose(String verb) {
        ActionProposal proposal = proposal(newRun(), verb);
        heard.say(Topics.ACTION_PROPOSALS, proposal.getRunId(), proposal);
        return proposal;
    }

    private static ActionProposal held() {
        ActionProposal rollback = propose("rollback");
        heard.verdict(rollback.getActionId() + ":v1");
        return rollback;
    }

    private static void say(ApprovalDecision decision) {
        heard.say(Topics.APPROVAL_DECISIONS, decision.getRunId(), decision);
    }

    private static String request(ActionProposal proposal) {
        return Heard.await(
                        "the request",
                        heard.requests,
                        request -> request.getId().equals(proposal.getActionId()))
                .getCommand();
    }
}
