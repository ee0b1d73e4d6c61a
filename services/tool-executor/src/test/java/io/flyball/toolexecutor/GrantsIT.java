package io.flyball.toolexecutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ControlKind;
import io.flyball.contract.Effect;
import io.flyball.contract.ToolCall;
import io.flyball.contract.ToolResult;
import io.flyball.contract.ToolStatus;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.lock.LockAnswer;
import io.flyball.platform.lock.LockRequest;
import io.flyball.platform.lock.RedisLocks;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopOrders;
import io.flyball.schemas.grant.Grant;
import io.flyball.schemas.grant.SigningKey;
import io.flyball.schemas.grant.StopEpoch;
import io.flyball.testkit.Await;
import io.flyball.testkit.RememberedSince;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What the executor does with calls whose grants somebody has tampered with, on a real Kafka and a real Redis. */
@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantsIT {
    private ExecutorUnderTest executor;
    private Granting governor;
    private ConfigurableApplicationContext context;

    @BeforeAll
    void start(SharedNeighbours neighbours, @TempDir Path folder) throws Exception {
        executor = new ExecutorUnderTest(neighbours, folder.toRealPath());
        executor.redis()
                .commands()
                .set(
                        "flyball:locks:since",
                        RememberedSince.ever(executor.redis().commands().info()));
        governor = executor.governor();
        context = executor.start();
    }

    @AfterEach
    void nothingBegan() throws Exception {
        Files.deleteIfExists(once());
    }

    @AfterAll
    void stop() {
        context.close();
        executor.close();
    }

    @Test
    @DisplayName("GOV-15 a call with the governor's grant runs; the same call sent again has the same effect, once")
    void replayed() throws Exception {
        ToolCall call = governor.granted(change());
        executor.sendAsItIs(call);
        assertThat(executor.ended(call).getStatus()).isEqualTo(ToolStatus.SUCCEEDED);

        executor.sendAsItIs(ToolCall.newBuilder(call).setDispatch(2).build());
        Await.that("it is answered again").until(() -> executor.endings(call).size() >= 2);
        assertThat(executor.endings(call)).extracting(ToolResult::getStatus).containsOnly(ToolStatus.SUCCEEDED);
        assertThat(once()).hasContent("once");
    }

    @Test
    @DisplayName("GOV-15 the grant of one action is worth nothing for another one, nor for another run")
    void foreign() {
        String grant = governor.granted(change()).getGrant();

        refused(Granting.with(change(), grant), "for something else");
        ToolCall otherRun = change();
        refused(
                Granting.with(
                        otherRun,
                        governor.granted(ToolCall.newBuilder(otherRun)
                                        .setRunId("another-run")
                                        .build())
                                .getGrant()),
                "for something else");
    }

    @Test
    @DisplayName("GOV-15 a grant that somebody else signed, or that says nothing of the kind, starts nothing")
    void forged() {
        ToolCall call = change();
        Grant grant = governor.grant(call, Granting.NEWEST, Duration.ofMinutes(1));

        refused(Granting.with(call, SigningKey.fresh().sign(grant)), "no key with the id");
        refused(Granting.with(change(), "allowed"), "form of a grant");
    }

    @Test
    @DisplayName(
            "GOV-15 what was allowed for one agent, as a read, as a dry run, is not for another, as a change, in earnest")
    void altered() {
        ToolCall call = change();
        for (ToolCall allowed : List.of(
                ToolCall.newBuilder(call).setAgent("other").build(),
                ToolCall.newBuilder(call).setEffect(Effect.READ).build(),
                ToolCall.newBuilder(call).setDryRun(true).build(),
                ToolCall.newBuilder(call).setTenant("other").build(),
                ToolCall.newBuilder(call).setActionHash("0".repeat(64)).build())) {
            ToolCall altered = ToolCall.newBuilder(call)
                    .setGrant(governor.granted(allowed).getGrant())
                    .build();
            refused(altered, "for something else");
        }
    }

    @Test
    @DisplayName("GOV-15 a call without a grant does not start, a read neither; the governor may allow it again")
    void none() {
        governedAgain(change(), "no grant");
        governedAgain(Calls.command(Effect.READ, "echo", "hello"), "no grant");
    }

    @Test
    @DisplayName("GOV-15 an old grant starts nothing; the governor may allow it again")
    void expired() {
        ToolCall call = change();

        governedAgain(signed(call, Granting.NEWEST, Duration.ofMillis(-1)), "was good until");
    }

    @Test
    @DisplayName(
            "STOP-11 STOP-12 GOV-15 a grant from before a stop starts nothing after its release; one from after it does")
    void preStop() {
        String tenant = "tenant-" + UUID.randomUUID();
        ToolCall call = ToolCall.newBuilder(change()).setTenant(tenant).build();
        StopOrders orders = context.getBean(StopOrders.class);
        KillSwitch target = KillSwitch.tenant(tenant);
        executor.order(ControlKind.KILL, target.key());
        executor.order(ControlKind.REVIVE, target.key());
        Await.that("the orders are known")
                .until(() -> orders.epoch(Set.of(target)).tenant() > 0
                        && orders.killed(target).isEmpty());
        StopEpoch now = orders.epoch(Set.of(target));
        StopEpoch before = new StopEpoch(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, now.tenant() - 1);
        StopEpoch after = new StopEpoch(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, now.tenant());

        governedAgain(signed(call, before, Duration.ofMinutes(1)), "a stop was ordered after");

        ToolCall again = ToolCall.newBuilder(signed(call, after, Duration.ofMinutes(1)))
                .setDispatch(2)
                .build();
        executor.sendAsItIs(again);
        Await.that("it has run").until(() -> executor.endings(call).size() == 2);
        assertThat(executor.endings(call).getLast().getStatus()).isEqualTo(ToolStatus.SUCCEEDED);
    }

    @Test
    @DisplayName("GOV-15 what was judged by another catalogue does not start by this one")
    void anotherCatalogue() {
        ToolCall call = change();
        Grant here = governor.grant(call, Granting.NEWEST, Duration.ofMinutes(1));
        var other = new Grant(
                here.action(),
                here.stopEpoch(),
                here.policyHash(),
                "another-version",
                here.approvedBy(),
                here.notAfter());

        governedAgain(Granting.with(call, governor.sign(other)), "catalogue another-vers");
    }

    @Test
    @DisplayName(
            "GOV-15 TEAM-4 a grant that runs out while its call waits for a resource starts nothing, and the call waits no longer")
    void runsOutWhileItWaits() {
        String contested = "service:" + UUID.randomUUID();
        var request = new LockRequest(List.of("default/" + contested), "x", "run other (agent rival)");
        assertThat(new RedisLocks(executor.redis()).acquire(request, Duration.ofMinutes(5)))
                .isInstanceOf(LockAnswer.Granted.class);
        ToolCall call =
                ToolCall.newBuilder(change()).setResources(List.of(contested)).build();

        governedAgain(signed(call, Granting.NEWEST, Duration.ofSeconds(5)), "rival");
        assertThat(Instant.now()).isBefore(call.getDeadline());
    }

    @Test
    @DisplayName("GOV-15 a key that is taken from the list is believed no more, and a new one is, without a restart")
    void rotation() throws Exception {
        String before = Files.readString(governor.list());
        SigningKey next = SigningKey.fresh();
        Files.writeString(governor.list(), next.verifying().text());
        try {
            refused(governor.granted(change()), "no key with the id");
            ToolCall call = change();
            ToolCall signed =
                    Granting.with(call, next.sign(governor.grant(call, Granting.NEWEST, Duration.ofMinutes(1))));
            executor.sendAsItIs(signed);
            assertThat(executor.ended(signed).getStatus()).isEqualTo(ToolStatus.SUCCEEDED);
        } finally {
            Files.writeString(governor.list(), before);
        }
    }

    private ToolCall signed(ToolCall call, StopEpoch epoch, Duration validFor) {
        return Granting.with(call, governor.sign(governor.grant(call, epoch, validFor)));
    }

    private void refused(ToolCall call, String why) {
        assertThat(notStarted(call, why).getGovernAgain()).isFalse();
    }

    private void governedAgain(ToolCall call, String why) {
        assertThat(notStarted(call, why).getGovernAgain()).isTrue();
    }

    private ToolResult notStarted(ToolCall call, String why) {
        int before = executor.endings(call).size();
        executor.sendAsItIs(call);
        Await.that("it is answered").until(() -> executor.endings(call).size() > before);
        ToolResult result = executor.endings(call).getLast();
        assertThat(result.getStatus()).isEqualTo(ToolStatus.REFUSED);
        assertThat(result.getError()).contains(why);
        assertThat(result.getStartedAt()).isNull();
        assertThat(once()).doesNotExist();
        return result;
    }

    private ToolCall change() {
        return Calls.command(Effect.CHANGE, "sh", "-c", "echo once >> %s/once".formatted(executor.folder()));
    }

    private Path once() {
        return executor.folder().resolve("once");
    }
}
