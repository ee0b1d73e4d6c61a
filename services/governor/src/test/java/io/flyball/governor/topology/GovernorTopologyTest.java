package io.flyball.governor.topology;

import static io.flyball.contract.Verdict.ALLOW;
import static io.flyball.contract.Verdict.ALLOW_AND_NOTIFY;
import static io.flyball.contract.Verdict.DENY;
import static io.flyball.contract.Verdict.HOLD_FOR_APPROVAL;
import static io.flyball.governor.topology.RecordsFixture.answer;
import static io.flyball.governor.topology.RecordsFixture.approve;
import static io.flyball.governor.topology.RecordsFixture.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ActionVerdict;
import io.flyball.contract.ApprovalAnswer;
import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.AuditFact;
import io.flyball.contract.AuditKind;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.Effect;
import io.flyball.contract.Notification;
import io.flyball.contract.NotificationKind;
import io.flyball.contract.Risk;
import io.flyball.governor.policy.JudgeFixture;
import io.flyball.governor.policy.Sorting;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopState;
import io.flyball.schemas.Topics;
import io.flyball.schemas.grant.Grant;
import io.flyball.schemas.grant.GrantedAction;
import io.flyball.schemas.grant.StopEpoch;
import io.flyball.schemas.grant.VerifyingKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GovernorTopologyTest {
    @TempDir
    Path state;

    private TopologyHarness governor;
    private final ActionProposal rollback = proposal("r1", "rollback");

    @BeforeEach
    void start() {
        governor = new TopologyHarness(state);
    }

    @AfterEach
    void close() {
        governor.close();
    }

    @Test
    @DisplayName("GOV-4 a verdict says what was decided, by which rule of which version, and about which action")
    void verdict() {
        governor.propose(proposal("r1", "status"));

        ActionVerdict verdict = governor.verdicts().getFirst();
        assertThat(verdict.getId()).isEqualTo("r1:1:0:v1");
        assertThat(verdict.getVerdict()).isEqualTo(ALLOW);
        assertThat(verdict.getRule()).isEqualTo("production/auto/read");
        assertThat(verdict.getPolicyHash()).isEqualTo("REQUIRE_APPROVAL");
        assertThat(verdict.getProfile()).isEqualTo("production");
        assertThat(verdict.getEffect()).isEqualTo(Effect.READ);
        assertThat(verdict.getRisk()).isEqualTo(Risk.LOW);
        assertThat(verdict.getTarget()).isEqualTo("service:shop");
        assertThat(verdict.getActionHash()).isEqualTo(proposal("r1", "status").getActionHash());
        assertThat(verdict.getDecidedAt()).isEqualTo(governor.now());
    }

    @Test
    @DisplayName(
            "GOV-15 a verdict that allows carries a grant for this action, at the orders that are known, for a minute")
    void granted() {
        order(ControlKind.EMERGENCY_STOP, 4);
        order(ControlKind.EMERGENCY_RELEASE, 7);
        ActionProposal status = proposal("r1", "status");
        governor.propose(status);

        ActionVerdict verdict = governor.verdicts().getFirst();
        var keys = new VerifyingKeys(List.of(governor.key.verifying()));
        var action = new GrantedAction(
                "r1", "r1:1:0", status.getActionHash(), status.getTenant(), status.getAgent(), "READ", false);
        assertThat(keys.open(String.valueOf(verdict.getGrant())))
                .isEqualTo(new VerifyingKeys.Opened.Genuine(new Grant(
                        action,
                        new StopEpoch(8, 0, 0, 0),
                        verdict.getPolicyHash(),
                        "not-from-files",
                        null,
                        governor.now().plusSeconds(60))));
    }

    @Test
    @DisplayName("GOV-15 what is held or denied carries no grant, and an approval's names who gave it")
    void grantedByAPerson() {
        governor.propose(rollback);
        assertThat(governor.verdicts().getFirst().getGrant()).isNull();
        governor.answer(approve(rollback));

        String grant = String.valueOf(governor.verdicts().getFirst().getGrant());
        assertThat(new VerifyingKeys(List.of(governor.key.verifying())).open(grant))
                .isInstanceOfSatisfying(
                        VerifyingKeys.Opened.Genuine.class,
                        it -> assertThat(it.grant().approvedBy()).isEqualTo("ann"));
    }

    private void order(ControlKind kind, long place) {
        governor.orders.hear(
                ControlCommand.newBuilder()
                        .setId(kind.name())
                        .setTarget(StopOrders.TARGET)
                        .setKind(kind)
                        .setTenant("default")
                        .setReason("drill")
                        .setBy("ann")
                        .setChannel("cli")
                        .setAt(governor.now())
                        .build(),
                place);
    }

    @Test
    @DisplayName("GOV-1 people are told of what a profile allows and notifies")
    void allowedAndTold() {
        governor.propose(proposal("r1", "restart"));

        assertThat(governor.verdicts()).extracting(ActionVerdict::getVerdict).containsExactly(ALLOW_AND_NOTIFY);
        assertThat(governor.notifications()).singleElement().satisfies(told -> {
            assertThat(told.getKind()).isEqualTo(NotificationKind.PROGRESS);
            assertThat(told.getTitle()).contains("deployctl restart shop");
            assertThat(told.getRunId()).isEqualTo("r1");
        });
    }

    @Test
    @DisplayName("APR-1 a request carries what a person needs to decide")
    void request() {
        governor.propose(rollback);

        ActionVerdict held = governor.verdicts().getFirst();
        assertThat(held.getVerdict()).isEqualTo(HOLD_FOR_APPROVAL);
        assertThat(held.getApprovalId()).isEqualTo("r1:1:0");
        assertThat(held.getExpiresAt()).isEqualTo(governor.now().plus(TopologyHarness.TIMEOUT));
        ApprovalRequest request = governor.requests().getFirst();
        assertThat(request.getId()).isEqualTo("r1:1:0");
        assertThat(request.getCommand()).isEqualTo("deployctl rollback shop");
        assertThat(request.getArgumentsJson()).isEqualTo(rollback.getArgumentsJson());
        assertThat(request.getRisk()).isEqualTo(Risk.MEDIUM);
        assertThat(request.getReasoning()).isEqualTo(rollback.getReasoning());
        assertThat(request.getRollback()).isEqualTo("deploy the release again");
        assertThat(request.getPolicyReason()).contains("production/approve/rollback");
        assertThat(request.getAffectedResources()).containsExactly("service:shop", "command:deployctl rollback shop");
        assertThat(request.getBlastRadius()).isEqualTo("shop; nothing is known to depend on it");
        assertThat(request.getCostSoFarMicros()).isEqualTo(12_300);
        assertThat(request.getRemainingMillis()).isEqualTo(90_000);
        assertThat(request.getActionHash()).isEqualTo(rollback.getActionHash());
        assertThat(request.getExpiresAt()).isEqualTo(held.getExpiresAt());
        Notification asked = governor.notifications().getFirst();
        assertThat(asked.getKind()).isEqualTo(NotificationKind.APPROVAL_NEEDED);
        assertThat(asked.getBody())
                .contains("deployctl rollback shop", "503", "MEDIUM", "deploy the release again", "$0.0123")
                .contains("flyball approvals approve r1:1:0", "300 s");
    }

    @Test
    @DisplayName("APR-2 an approval gives the second verdict and is recorded")
    void approved() {
        governor.propose(rollback);
        governor.verdicts();
        governor.answer(approve(rollback));

        ActionVerdict allowed = governor.verdicts().getFirst();
        assertThat(allowed.getId()).isEqualTo("r1:1:0:v2");
        assertThat(allowed.getVerdict()).isEqualTo(ALLOW);
        assertThat(allowed.getApprovedBy()).isEqualTo("ann");
        assertThat(allowed.getExpiresAt()).isNull();
        AuditFact entry = governor.audit().getFirst();
        assertThat(entry.getKind()).isEqualTo(AuditKind.APPROVAL);
        assertThat(entry.getActor()).isEqualTo("ann");
        assertThat(entry.getDetailJson()).contains("\"outcome\":\"counted\"", "\"answer\":\"APPROVE\"");
    }

    @Test
    @DisplayName("APR-2 a later answer is told so and recorded")
    void tooLate() {
        governor.propose(rollback);
        governor.answer(approve(rollback));
        governor.verdicts();
        governor.audit();
        governor.notifications();

        governor.answer(answer(rollback, "2", ApprovalAnswer.DENY, "bob"));

        assertThat(governor.verdicts()).isEmpty();
        assertThat(governor.audit())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.getDetailJson()).contains("\"outcome\":\"refused\"", "too late", "ann"));
        assertThat(governor.notifications())
                .singleElement()
                .satisfies(told -> assertThat(told.getBody()).contains("DENY", "too late"));
    }

    @Test
    @DisplayName("APR-2 an answer for another hash leaves the action held")
    void anotherHash() {
        governor.propose(rollback);
        governor.verdicts();
        governor.answer(approve(proposal("r1", "restart")));

        assertThat(governor.verdicts()).isEmpty();
        assertThat(governor.audit())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getDetailJson()).contains("another action"));
        governor.answer(answer(rollback, "2", ApprovalAnswer.APPROVE, "ann"));
        assertThat(governor.verdicts()).extracting(ActionVerdict::getVerdict).containsExactly(ALLOW);
    }

    @Test
    @DisplayName("APR-5 people are reminded at half time, and at the end it counts as denied")
    void timeOut() {
        governor.propose(rollback);
        governor.verdicts();
        governor.notifications();

        governor.advance(Duration.ofSeconds(149));
        assertThat(governor.notifications()).isEmpty();
        governor.advance(Duration.ofSeconds(1));
        assertThat(governor.notifications()).singleElement().satisfies(reminder -> {
            assertThat(reminder.getKind()).isEqualTo(NotificationKind.APPROVAL_NEEDED);
            assertThat(reminder.getTitle()).startsWith("Still waiting");
        });
        governor.advance(Duration.ofSeconds(149));
        assertThat(governor.verdicts()).isEmpty();
        governor.advance(Duration.ofSeconds(1));
        assertThat(governor.verdicts()).singleElement().satisfies(verdict -> {
            assertThat(verdict.getVerdict()).isEqualTo(DENY);
            assertThat(verdict.getRule()).isEqualTo("approval-timeout");
        });
        assertThat(governor.audit())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getDetailJson()).contains("timed out"));
    }

    @Test
    @DisplayName(
            "RUN-24 APR-1 while the governor or its broker is away nobody can answer, so that is no denial: people are asked longer")
    void nobodyCouldAnswer() {
        governor.propose(rollback);
        governor.requests();
        governor.verdicts();
        governor.away(Duration.ofMinutes(20));
        governor.advance(Duration.ofSeconds(1));

        assertThat(governor.verdicts()).isEmpty();
        assertThat(governor.requests())
                .singleElement()
                .satisfies(again -> assertThat(again.getExpiresAt())
                        .isEqualTo(governor.now()
                                .plus(Duration.ofMinutes(20))
                                .plus(TopologyHarness.TIMEOUT.dividedBy(2))));
        assertThat(governor.notifications())
                .last()
                .satisfies(notice -> assertThat(notice.getTitle()).startsWith("Still waiting, and for longer"));
        governor.answer(approve(rollback));
        assertThat(governor.verdicts()).extracting(ActionVerdict::getVerdict).containsExactly(ALLOW);
    }

    @Test
    @DisplayName(
            "RUN-24 APR-1 an answer that lay in the log while the governor was away counts, though its time was up")
    void answeredMeanwhile() {
        governor.propose(rollback);
        governor.verdicts();
        governor.advance(Duration.ofSeconds(200));
        governor.away(Duration.ofMinutes(20));
        governor.answer(approve(rollback));

        assertThat(governor.verdicts()).extracting(ActionVerdict::getVerdict).containsExactly(ALLOW);
    }

    @Test
    @DisplayName("RUN-24 APR-5 the time that is given anew ends as well")
    void endsAfterAll() {
        governor.propose(rollback);
        governor.verdicts();
        governor.away(Duration.ofMinutes(20));
        governor.advance(Duration.ofSeconds(145));
        assertThat(governor.verdicts()).isEmpty();
        governor.advance(Duration.ofSeconds(10));

        assertThat(governor.verdicts()).extracting(ActionVerdict::getRule).containsExactly("approval-timeout");
    }

    @Test
    @DisplayName("A proposal that comes again gets the same verdict, even under another policy")
    void theSameVerdictAgain() {
        governor.propose(rollback);
        ActionVerdict first = governor.verdicts().getFirst();
        governor.judge = JudgeFixture.judge(Sorting.AUTO_APPROVE);
        governor.propose(rollback);
        assertThat(governor.verdicts()).containsExactly(first);
    }

    @Test
    @DisplayName("STOP-2, STOP-11 what would be allowed waits for the release and is governed again then")
    void stopped() {
        governor.stop = new StopState.Stopped("agent:emergency_stop", "drill", "ann", null);
        governor.propose(proposal("r1", "status"));
        governor.propose(proposal("r2", "rollback"));
        governor.propose(proposal("r3", "destroy"));
        assertThat(governor.verdicts()).extracting(ActionVerdict::getVerdict).containsExactly(HOLD_FOR_APPROVAL, DENY);
        governor.answer(approve(proposal("r2", "rollback")));
        governor.advance(Duration.ofSeconds(10));
        assertThat(governor.verdicts()).isEmpty();

        governor.stop = new StopState.Clear();
        governor.judge = JudgeFixture.judge(Sorting.FORBID);
        governor.advance(Duration.ofMillis(200));

        assertThat(governor.verdicts())
                .extracting(ActionVerdict::getId, ActionVerdict::getVerdict)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("r1:1:0:v1", ALLOW),
                        org.assertj.core.groups.Tuple.tuple("r2:1:0:v2", DENY));
    }

    @Test
    @DisplayName("STOP-13 what a killed tool or tenant would do waits for the revive, and everything else goes on")
    void killed() {
        for (KillSwitch target : List.of(KillSwitch.tool("run_command"), KillSwitch.tenant("default"))) {
            String held = target.kind() + "-held";
            governor.killed.add(target);
            governor.propose(proposal(held, "status"));
            assertThat(governor.verdicts()).isEmpty();
            governor.killed.clear();
            governor.killed.add(new KillSwitch(target.kind(), "other"));
            governor.propose(proposal(target.kind() + "-goes-on", "status"));
            governor.advance(Duration.ofMillis(200));
            assertThat(governor.verdicts())
                    .extracting(ActionVerdict::getRunId, ActionVerdict::getVerdict)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple(held, ALLOW),
                            org.assertj.core.groups.Tuple.tuple(target.kind() + "-goes-on", ALLOW));
        }
    }

    @Test
    @DisplayName("STOP-3 a stop that cannot be read counts as one")
    void unknownIsStopped() {
        governor.stop = new StopState.Unknown("Redis: away");
        governor.propose(proposal("r1", "status"));
        assertThat(governor.verdicts()).isEmpty();
    }

    @Test
    @DisplayName("APR-4 an approval for the run answers for the same tool and target of that run, and for nothing else")
    void approvedForTheRun() {
        governor.propose(rollback);
        governor.answer(answer(rollback, "1", ApprovalAnswer.APPROVE_FOR_RUN, "ann"));
        governor.verdicts();

        governor.propose(proposal("r1", 1, "rollback"));
        governor.propose(proposal("r2", 1, "rollback"));

        List<ActionVerdict> verdicts = governor.verdicts();
        assertThat(verdicts).extracting(ActionVerdict::getVerdict).containsExactly(ALLOW, HOLD_FOR_APPROVAL);
        assertThat(verdicts.getFirst().getRule()).isEqualTo("approved-for-run");
        assertThat(verdicts.getFirst().getApprovedBy()).isEqualTo("ann");
    }

    @Test
    @DisplayName("What was answered is forgotten after a day, and nothing is left in the store")
    void forgotten() {
        governor.propose(rollback);
        governor.answer(answer(rollback, "1", ApprovalAnswer.APPROVE_FOR_RUN, "ann"));
        governor.propose(proposal("r2", "status"));
        assertThat(governor.keys()).isPositive();
        governor.advance(Duration.ofHours(25));
        assertThat(governor.keys()).isZero();
    }

    @Test
    @DisplayName("CON-7 what cannot be read goes to the dead letters, and the next one is governed")
    void unreadable() {
        governor.pipe(Topics.ACTION_PROPOSALS, "r1", "nonsense".getBytes(StandardCharsets.UTF_8), new RecordHeaders());
        governor.pipe(Topics.APPROVAL_DECISIONS, "r1", new byte[] {0, 0, 0, 0, 1, 7}, new RecordHeaders());
        governor.propose(proposal("r1", "status"));

        assertThat(governor.deadLetters())
                .hasSize(2)
                .allMatch(letter -> letter.getService().equals("governor"));
        assertThat(governor.verdicts()).hasSize(1);
    }

    @Test
    @DisplayName("Every verdict continues the run's trace, also the one after an approval or a timeout")
    void traces() {
        governor.propose(rollback);
        governor.propose(proposal("r2", "rollback"));
        governor.answer(approve(rollback));
        governor.advance(Duration.ofSeconds(301));

        assertThat(governor.raw(Topics.ACTION_VERDICTS))
                .hasSize(4)
                .allSatisfy(record -> assertThat(new String(
                                record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                        .contains(TopologyHarness.RUN_TRACE));
        assertThat(governor.spans)
                .extracting(span -> span.getName())
                .contains("govern run_command", "govern answer", "govern time");
        assertThat(governor.spans).allMatch(span -> span.getTraceId().equals(TopologyHarness.RUN_TRACE));
    }
}
