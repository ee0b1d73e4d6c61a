package io.flyball.governor.stop;

import static io.flyball.governor.Records.newRun;
import static io.flyball.governor.Records.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.Notification;
import io.flyball.contract.NotificationKind;
import io.flyball.contract.Verdict;
import io.flyball.governor.Heard;
import io.flyball.governor.RunningGovernor;
import io.flyball.localstack.Neighbour;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.redis.Redis;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("The governor and the emergency stop, with a real Redis")
class StopIT {
    @TempDir
    static Path folder;

    private static Heard heard;
    private static RunningGovernor governor;
    private static Redis redis;

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
        awaitKey(false);
    }

    @AfterEach
    void release() {
        release("end of test " + UUID.randomUUID());
    }

    @AfterAll
    static void end() {
        governor.close();
        redis.close();
        heard.close();
    }

    @Test
    @DisplayName("STOP-1 a missing key is made, inactive, where no stop is ordered")
    void seeds() {
        redis.commands().del(StopValue.KEY);
        awaitKey(false);
    }

    @Test
    @DisplayName("STOP-5 a stop by bare redis-cli is written down and told with who and why, likewise its release")
    void byHandIsToldToEverybody() {
        String reason = "smoke " + UUID.randomUUID();
        byHand("{\"active\":true,\"reason\":\"%s\",\"activated_by\":\"carol\"}".formatted(reason));

        ControlCommand order = Heard.await(
                "the order", heard.control, command -> command.getReason().equals(reason));
        assertThat(order.getKind()).isEqualTo(ControlKind.EMERGENCY_STOP);
        assertThat(order.getBy()).isEqualTo("carol");
        assertThat(order.getChannel()).isEqualTo("redis");
        Notification told = Heard.await(
                "the message", heard.notifications, message -> message.getBody().contains(reason));
        assertThat(told.getKind()).isEqualTo(NotificationKind.STOP);
        assertThat(told.getBody()).contains("carol");

        String why = "out " + UUID.randomUUID();
        release(why);
        Heard.await(
                "its message",
                heard.notifications,
                message -> message.getBody().contains(why) && message.getKind() == NotificationKind.RELEASE);
    }

    @Test
    @DisplayName(
            "STOP-12 a key set inactive by hand, or by an older file, is no release: the stop comes back and nobody wrote one")
    void inactiveByHandIsNoRelease() {
        String reason = "fire " + UUID.randomUUID();
        stop(reason);
        for (String value : List.of(
                "{\"active\":false}",
                "{\"active\":false,\"released_by\":\"eve\",\"reason\":\"trust me\"}",
                "{\"active\":false,\"order\":\"%s\"}".formatted(UUID.randomUUID()))) {
            byHand(value);
            awaitStopFor(reason);
        }
        assertNoReleaseSince(reason);
    }

    @Test
    @DisplayName(
            "STOP-12 F19 a stop that a demoted Redis refused holds after the promotion, and no release is written down")
    void demoted() {
        String reason = "F19 " + UUID.randomUUID();
        redis.commands().replicaof("127.0.0.1", 1);
        try {
            order(reason, true);
        } finally {
            redis.commands().replicaofNoOne();
        }
        awaitStopFor(reason);
        assertNoReleaseSince(reason);
    }

    @Test
    @DisplayName("STOP-3 a flushed Redis releases nothing")
    void restores() {
        String reason = "fire " + UUID.randomUUID();
        stop(reason);
        Heard.await(
                "that the governor has heard of it",
                heard.notifications,
                message -> message.getBody().contains(reason));
        redis.commands().flushall();
        Await.that("the stop is in Redis again")
                .until(() -> state() instanceof StopState.Stopped stopped
                        && stopped.reason().equals(reason));
    }

    @Test
    @DisplayName("STOP-5 an order on agent.control is told once, and not written again")
    void ordersFromElsewhereAreTold() {
        String reason = "drill " + UUID.randomUUID();
        stop(reason);
        Heard.await(
                "the message", heard.notifications, message -> message.getBody().contains(reason));
        // Longer than the grace after which the governor writes what nobody else has written.
        Instant later = Instant.now().plusSeconds(2);
        Await.that("the grace is over").until(() -> Instant.now().isAfter(later));
        assertThat(heard.control)
                .filteredOn(command -> command.getReason().equals(reason))
                .hasSize(1);
        assertThat(heard.notifications)
                .filteredOn(message -> message.getBody().contains(reason))
                .hasSize(1);
    }

    @Test
    @DisplayName("STOP-2, STOP-11 while the stop is on nothing is approved by itself; after the release it is")
    void holdsWhatWouldBeAllowed() {
        byHand("stop everything");
        String run = newRun();
        ActionProposal read = propose(proposal(run, 0, "status"));
        ActionProposal denied = propose(proposal(run, 1, "destroy"));
        // The same partition and later: when it has its verdict, the one before has been governed.
        assertThat(heard.verdict(denied.getActionId() + ":v1").getVerdict()).isEqualTo(Verdict.DENY);
        assertThat(heard.verdicts).noneMatch(verdict -> verdict.getActionId().equals(read.getActionId()));

        release("governed again");
        assertThat(heard.verdict(read.getActionId() + ":v1").getVerdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("STOP-3 while Redis does not answer nothing is approved by itself, and denials go out")
    void redisAway(SharedNeighbours neighbours) {
        Neighbour process = neighbours.neighbour(NeighbourKind.REDIS);
        process.suspend();
        ActionProposal read;
        try {
            String run = newRun();
            read = propose(proposal(run, 0, "status"));
            ActionProposal denied = propose(proposal(run, 1, "destroy"));
            assertThat(heard.verdict(denied.getActionId() + ":v1").getVerdict()).isEqualTo(Verdict.DENY);
            assertThat(heard.verdicts)
                    .noneMatch(verdict -> verdict.getActionId().equals(read.getActionId()));
        } finally {
            process.resumeProcess();
        }
        assertThat(heard.verdict(read.getActionId() + ":v1").getVerdict()).isEqualTo(Verdict.ALLOW);
    }

    /** As console and CLI do it: the key first, then the order. */
    private static void stop(String reason) {
        byHand(new KeyValue().of(order(reason, true)));
    }

    private static void release(String reason) {
        byHand(new KeyValue().of(order(reason, false)));
        awaitKey(false);
    }

    private static StopOrder order(String reason, boolean stops) {
        StopOrder order = new StopOrder(UUID.randomUUID().toString(), stops, reason, "ann", "console", Instant.now());
        heard.say(Topics.CONTROL, OrderMapper.TARGET, new OrderMapper("default").command(order.id(), order));
        Heard.await("the order", heard.control, command -> command.getReason().equals(reason));
        return order;
    }

    private static void awaitStopFor(String reason) {
        Await.that("the stop is in Redis")
                .until(() -> state() instanceof StopState.Stopped stopped
                        && stopped.reason().equals(reason));
    }

    private static void assertNoReleaseSince(String reason) {
        List<ControlCommand> all = List.copyOf(heard.control);
        int stop = IntStream.range(0, all.size())
                .filter(i -> all.get(i).getReason().equals(reason))
                .findFirst()
                .orElseThrow();
        assertThat(all.subList(stop, all.size()))
                .extracting(ControlCommand::getKind)
                .doesNotContain(ControlKind.EMERGENCY_RELEASE);
    }

    private static void byHand(String value) {
        redis.commands().set(StopValue.KEY, value);
    }

    private static StopState state() {
        return StopValue.read(redis.commands().get(StopValue.KEY));
    }

    private static void awaitKey(boolean stopped) {
        Await.that("the key says " + (stopped ? "stop" : "go")).until(() -> state().mayAct() != stopped);
    }

    private static ActionProposal propose(ActionProposal proposal) {
        heard.say(Topics.ACTION_PROPOSALS, proposal.getRunId(), proposal);
        return proposal;
    }
}
