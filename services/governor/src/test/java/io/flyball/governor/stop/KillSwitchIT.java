package io.flyball.governor.stop;

import static io.flyball.governor.Records.newRun;
import static io.flyball.governor.Records.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.AuditFact;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.NotificationKind;
import io.flyball.contract.Verdict;
import io.flyball.governor.Heard;
import io.flyball.governor.RunningGovernor;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.halt.HaltDrill;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("STOP-13 the governor and the kill switches, with a real broker and Redis")
class KillSwitchIT {
    @TempDir
    static Path folder;

    private static Heard heard;
    private static RunningGovernor governor;
    private static Redis redis;

    private KillSwitch target = KillSwitch.agent("nobody");

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        heard = new Heard(neighbours);
        redis = new Redis(new ConnectionProperties(
                neighbours.bootstrapServers(),
                URI.create(neighbours.registryUrl()),
                URI.create(neighbours.redisUrl()),
                Duration.ofSeconds(20),
                null));
        governor = new RunningGovernor(neighbours, folder);
        Await.that("the governor is ready").until(governor::isReady);
    }

    @AfterEach
    void revive() {
        order(target, ControlKind.REVIVE, "end of test " + UUID.randomUUID());
        Await.that("the key is gone").until(() -> redis.commands().get(target.key()) == null);
    }

    @AfterAll
    static void end() {
        governor.close();
        redis.close();
        heard.close();
    }

    @ParameterizedTest(name = "STOP-13 a killed {0} holds its actions and no others, until the order that revives")
    @EnumSource(KillSwitch.Kind.class)
    void holds(KillSwitch.Kind kind) {
        target = switch (kind) {
            case AGENT -> KillSwitch.agent("service-restorer");
            case TOOL -> KillSwitch.tool("run_command");
            case TENANT -> KillSwitch.tenant("default");
        };
        kill(target, "fire " + UUID.randomUUID());
        String run = newRun();
        ActionProposal read = propose(proposal(run, 0, "status"));
        ActionProposal denied = propose(proposal(run, 1, "destroy"));
        // The same partition and later: when it has its verdict, the one before has been governed.
        heard.verdict(denied.getActionId() + ":v1");
        assertThat(heard.verdicts).noneMatch(verdict -> verdict.getActionId().equals(read.getActionId()));

        order(target, ControlKind.REVIVE, "mended " + UUID.randomUUID());
        assertThat(heard.verdict(read.getActionId() + ":v1").getVerdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName(
            "STOP-13 STOP-12 deleted by hand, switched off, flushed or set back: the key comes back, and nobody revived")
    void comesBack() {
        target = KillSwitch.tenant("acme");
        String reason = "fire " + UUID.randomUUID();
        kill(target, reason);
        for (Runnable loss : List.<Runnable>of(
                () -> redis.commands().del(target.key()),
                () -> redis.commands().set(target.key(), "0"),
                () -> redis.commands().flushall())) {
            loss.run();
            awaitKey(target, reason);
        }
        String older = redis.commands().get(target.key());
        order(target, ControlKind.REVIVE, "mended " + UUID.randomUUID());
        Await.that("the key is gone").until(() -> redis.commands().get(target.key()) == null);
        redis.commands().set(target.key(), older);
        Await.that("what an older file says is removed")
                .until(() -> redis.commands().get(target.key()) == null);
        assertThat(heard.control)
                .filteredOn(command -> command.getTarget().equals(target.key()))
                .extracting(ControlCommand::getKind)
                .containsExactly(ControlKind.KILL, ControlKind.REVIVE);
    }

    @Test
    @DisplayName("STOP-6 STOP-13 a bare key by hand is written down as an order, told and in the audit")
    void byHand() {
        target = KillSwitch.tool("tool-" + UUID.randomUUID());
        redis.commands().set(target.key(), "1");
        ControlCommand order = Heard.await(
                "the order", heard.control, command -> command.getTarget().equals(target.key()));
        assertThat(order.getKind()).isEqualTo(ControlKind.KILL);
        assertThat(order.getChannel()).isEqualTo("redis");
        assertThat(Heard.await(
                                "the message",
                                heard.notifications,
                                message -> message.getSubject().equals(target.key()))
                        .getKind())
                .isEqualTo(NotificationKind.STOP);
        AuditFact entry =
                Heard.await("the entry", heard.audit, it -> target.key().equals(it.getTarget()));
        assertThat(entry.getDetailJson()).contains("kill").contains("redis");
        Await.that("the key names its order")
                .until(() ->
                        order.getId().equals(StopValue.order(redis.commands().get(target.key()))));
    }

    @Test
    @DisplayName("STOP-10 a drill is in the audit, and people are not told of it")
    void drill() {
        target = HaltDrill.SWITCH;
        order(target, ControlKind.KILL, "a drill", HaltDrill.CHANNEL);
        Heard.await("the entry", heard.audit, it -> target.key().equals(it.getTarget()));
        KillSwitch told = KillSwitch.tool("tool-" + UUID.randomUUID());
        order(told, ControlKind.KILL, "later and told", "cli");
        Heard.await("the message", heard.notifications, it -> it.getSubject().equals(told.key()));
        order(told, ControlKind.REVIVE, "end", "cli");
        assertThat(heard.notifications)
                .noneMatch(message -> message.getSubject().equals(target.key()));
    }

    private static void kill(KillSwitch target, String reason) {
        order(target, ControlKind.KILL, reason);
        awaitKey(target, reason);
    }

    private static void order(KillSwitch target, ControlKind kind, String reason) {
        order(target, kind, reason, "cli");
    }

    private static void order(KillSwitch target, ControlKind kind, String reason, String channel) {
        heard.say(
                Topics.CONTROL,
                target.key(),
                ControlCommand.newBuilder()
                        .setId(UUID.randomUUID().toString())
                        .setTarget(target.key())
                        .setKind(kind)
                        .setTenant("default")
                        .setReason(reason)
                        .setBy("ann")
                        .setChannel(channel)
                        .setAt(Instant.now())
                        .build());
    }

    private static void awaitKey(KillSwitch target, String reason) {
        Await.that("the key says why")
                .until(() ->
                        StopValue.readKillSwitch(target.key(), redis.commands().get(target.key()))
                                        instanceof StopState.Stopped on
                                && on.reason().equals(reason));
    }

    private static ActionProposal propose(ActionProposal proposal) {
        heard.say(Topics.ACTION_PROPOSALS, proposal.getRunId(), proposal);
        return proposal;
    }
}
