package io.flyball.governor;

import static io.flyball.governor.Records.answer;
import static io.flyball.governor.Records.newRun;
import static io.flyball.governor.Records.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ActionVerdict;
import io.flyball.contract.ApprovalAnswer;
import io.flyball.contract.Verdict;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("APR-5 pending approvals survive restarts and expire on time")
class RestartIT {
    @TempDir
    Path folder;

    private Heard heard;
    private RunningGovernor governor;

    @BeforeEach
    void start(SharedNeighbours neighbours) {
        heard = new Heard(neighbours);
        governor = new RunningGovernor(neighbours, folder);
    }

    @AfterEach
    void end() {
        governor.close();
        heard.close();
    }

    @Test
    void anApprovalAfterARestartCounts() {
        ActionProposal rollback = held();
        governor.restart();
        approve(rollback);
    }

    @Test
    @DisplayName("RUN-21 what was pending is rebuilt from Kafka where the disk is gone")
    void anApprovalAfterALostDiskCounts() {
        ActionProposal rollback = held();
        governor.restart("flyball.governor.streams.state-directory=" + folder.resolve("another"));
        approve(rollback);
    }

    @Test
    @DisplayName("APR-1 a held action counts as denied when the time is up, and not before")
    void timesOut() {
        governor.restart("flyball.governor.approval.timeout=2s");
        ActionProposal rollback = held();
        Instant deadline = heard.verdict(rollback.getActionId() + ":v1").getExpiresAt();
        ActionVerdict denied = heard.verdict(rollback.getActionId() + ":v2");
        assertThat(denied.getVerdict()).isEqualTo(Verdict.DENY);
        assertThat(denied.getRule()).isEqualTo("approval-timeout");
        assertThat(denied.getDecidedAt()).isAfterOrEqualTo(deadline);
    }

    @Test
    @DisplayName(
            "RUN-24 APR-1 what expired while the governor was away is no denial: it can be approved, then and after its return")
    void whatExpiredMeanwhileCanBeApproved() {
        governor.restart("flyball.governor.approval.timeout=2s");
        ActionProposal before = held();
        ActionProposal after = held();
        Instant deadline = heard.verdict(after.getActionId() + ":v1").getExpiresAt();
        governor.stop();
        Await.that("the deadline is over").until(() -> Instant.now().isAfter(deadline));
        heard.say(Topics.APPROVAL_DECISIONS, before.getRunId(), answer(before, ApprovalAnswer.APPROVE, "ann"));

        governor.restart("flyball.governor.approval.timeout=300s");
        Await.that("the governor is ready").until(governor::isReady);

        assertThat(heard.verdict(before.getActionId() + ":v2").getVerdict()).isEqualTo(Verdict.ALLOW);
        approve(after);
    }

    private ActionProposal held() {
        ActionProposal rollback = proposal(newRun(), "rollback");
        heard.say(Topics.ACTION_PROPOSALS, rollback.getRunId(), rollback);
        assertThat(heard.verdict(rollback.getActionId() + ":v1").getVerdict()).isEqualTo(Verdict.HOLD_FOR_APPROVAL);
        return rollback;
    }

    private void approve(ActionProposal rollback) {
        heard.say(Topics.APPROVAL_DECISIONS, rollback.getRunId(), answer(rollback, ApprovalAnswer.APPROVE, "ann"));
        assertThat(heard.verdict(rollback.getActionId() + ":v2").getVerdict()).isEqualTo(Verdict.ALLOW);
    }
}
