package io.flyball.platform.stop;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.localstack.Neighbour;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.redis.Redis;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithNeighbours(NeighbourKind.REDIS)
class RedisStopGuardIT {
    private static final String OFF = "{\"active\":false}";
    private static final String ON = "{\"active\":true,\"reason\":\"drill\",\"activated_by\":\"ann\"}";

    private static final KillSwitch A = KillSwitch.agent("a");

    private Redis redis;
    private StopOrders orders;
    private StopGuard guard;

    @BeforeEach
    void connect(SharedNeighbours neighbours) {
        redis = new Redis(connection(neighbours.redisUrl()));
        orders = new StopOrders(() -> true);
        guard = new RedisStopGuard(redis, orders);
        redis.commands().set(StopValue.KEY, OFF);
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    @DisplayName("STOP-4 the guard sees what was set the moment SET has returned")
    void readsAfresh() {
        for (int i = 0; i < 200; i++) {
            redis.commands().set(StopValue.KEY, i % 2 == 0 ? ON : OFF);
            assertThat(guard.checkAll().mayAct()).isEqualTo(i % 2 == 1);
        }
    }

    @Test
    @DisplayName("STOP-6 an agent's kill switch stops that agent alone")
    void killSwitch() {
        redis.commands().set(A.key(), "1");
        assertThat(guard.check(List.of(A)).mayAct()).isFalse();
        assertThat(guard.check(List.of(KillSwitch.agent("b"))).mayAct()).isTrue();
        redis.commands().del(A.key());
    }

    @Test
    @DisplayName("STOP-3 a flushed Redis is no release")
    void flushedRedisIsNoRelease() {
        redis.commands().flushall();
        assertThat(guard.checkAll().mayAct()).isFalse();
    }

    @Test
    @DisplayName("STOP-3 no answer means that nothing acts, and it is known again when Redis is back")
    void failsClosed(SharedNeighbours neighbours) {
        Neighbour server = neighbours.neighbour(NeighbourKind.REDIS);
        server.suspend();
        try {
            Instant asked = Instant.now();
            assertThat(guard.checkAll()).isInstanceOf(StopState.Unknown.class);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(30));
        } finally {
            server.resumeProcess();
        }
        Await.that("the guard answers again").until(() -> guard.checkAll().mayAct());

        try (Redis nobody = new Redis(connection("redis://127.0.0.1:1"))) {
            assertThat(new RedisStopGuard(nobody, orders).check(List.of(A))).isInstanceOf(StopState.Unknown.class);
        }
    }

    @Test
    @DisplayName("STOP-3 F19 the answer of a Redis that only reads is no permission")
    void readOnly() {
        redis.commands().replicaof("127.0.0.1", 1);
        try {
            assertThat(guard.checkAll())
                    .isInstanceOfSatisfying(
                            StopState.Unknown.class,
                            state -> assertThat(state.why()).containsIgnoringCase("read"));
            assertThat(guard.check(List.of(A)).mayAct()).isFalse();
        } finally {
            Await.that("it is a master again, on whatever connection")
                    .ignoreExceptions()
                    .until(() -> redis.commands().replicaofNoOne().equals("OK"));
        }
        Await.that("nothing is stopped").until(() -> guard.checkAll().mayAct());
    }

    @Test
    @DisplayName("STOP-3 the answer of a Redis that is full, and could take no stop, is no permission")
    void full() {
        redis.commands().configSet("maxmemory", "1");
        try {
            assertThat(guard.checkAll())
                    .isInstanceOfSatisfying(
                            StopState.Unknown.class,
                            state -> assertThat(state.why()).contains("maxmemory"));
        } finally {
            redis.commands().configSet("maxmemory", "0");
        }
        assertThat(guard.checkAll().mayAct()).isTrue();
    }

    @Test
    @DisplayName(
            "STOP-12 an inactive key never beats a stop on the topic, and counts only if it names the newest release")
    void theTopicWins() {
        order("o1", ControlKind.EMERGENCY_STOP);
        for (String value : List.of(OFF, naming("o0"), naming("o1"), naming("o2"))) {
            redis.commands().set(StopValue.KEY, value);
            assertThat(guard.checkAll()).isInstanceOf(StopState.Stopped.class);
            assertThat(guard.check(List.of(A))).isInstanceOf(StopState.Stopped.class);
        }
        order("o2", ControlKind.EMERGENCY_RELEASE);
        order("o1", ControlKind.EMERGENCY_STOP);
        for (String value : List.of(OFF, naming("o0"), naming("o1"))) {
            redis.commands().set(StopValue.KEY, value);
            assertThat(guard.checkAll().mayAct()).isFalse();
        }
        redis.commands().set(StopValue.KEY, naming("o2"));
        assertThat(guard.checkAll().mayAct()).isTrue();
        redis.commands().set(StopValue.KEY, "1");
        assertThat(guard.checkAll()).isInstanceOf(StopState.Stopped.class);
    }

    @Test
    @DisplayName("STOP-3 before agent.control has been read nobody knows, and a stop on it holds without Redis")
    void notRead() {
        assertThat(new RedisStopGuard(redis, new StopOrders(() -> false)).checkAll())
                .isInstanceOf(StopState.Unknown.class);
        order("o1", ControlKind.EMERGENCY_STOP);
        try (Redis nobody = new Redis(connection("redis://127.0.0.1:1"))) {
            assertThat(new RedisStopGuard(nobody, orders).checkAll()).isInstanceOf(StopState.Stopped.class);
        }
    }

    @Test
    @DisplayName("STOP-13 an order that kills holds whatever its key says, until the order that revives")
    void theOrderKills() {
        for (KillSwitch target : List.of(A, KillSwitch.tool("deploy"), KillSwitch.tenant("acme"))) {
            List<KillSwitch> concerned = List.of(KillSwitch.agent("other"), target);
            order("kill " + target, target.key(), ControlKind.KILL);
            redis.commands().del(target.key());
            assertThat(guard.check(concerned)).isInstanceOfSatisfying(StopState.Stopped.class, state -> {
                assertThat(state.key()).isEqualTo(target.key());
                assertThat(state.by()).isEqualTo("ann");
            });
            redis.commands().set(target.key(), "0");
            assertThat(guard.check(concerned).mayAct()).isFalse();
            assertThat(guard.check(List.of(KillSwitch.agent("other"))).mayAct()).isTrue();

            order("revive " + target, target.key(), ControlKind.REVIVE);
            assertThat(guard.check(concerned).mayAct()).isTrue();
            order("kill " + target, target.key(), ControlKind.KILL);
            assertThat(guard.check(concerned).mayAct())
                    .as("an order that is read again is no news")
                    .isTrue();
        }
    }

    @Test
    @DisplayName("STOP-13 each switch is told by itself, and the emergency stop is in all")
    void each() {
        KillSwitch tenant = KillSwitch.tenant("acme");
        redis.commands().set(tenant.key(), "{\"reason\":\"leak\",\"by\":\"bob\",\"at\":\"2026-01-01T00:00:00Z\"}");
        assertThat(guard.checkEach(List.of(A, tenant, A)))
                .containsEntry(A, new StopState.Clear())
                .containsEntry(tenant, new StopState.Stopped(tenant.key(), "leak", "bob", "2026-01-01T00:00:00Z"));
        redis.commands().set(StopValue.KEY, ON);
        assertThat(guard.checkEach(List.of(A)).get(A)).isEqualTo(guard.checkAll());
        redis.commands().del(tenant.key());
    }

    private long place;

    private void order(String id, ControlKind kind) {
        order(id, StopOrders.TARGET, kind);
    }

    private void order(String id, String target, ControlKind kind) {
        orders.hear(
                ControlCommand.newBuilder()
                        .setId(id)
                        .setTarget(target)
                        .setKind(kind)
                        .setTenant("default")
                        .setReason("drill")
                        .setBy("ann")
                        .setChannel("console")
                        .setAt(Instant.now())
                        .build(),
                place++);
    }

    private static String naming(String order) {
        return "{\"active\":false,\"order\":\"" + order + "\"}";
    }

    @Test
    @DisplayName("STOP-2 the watch hears of a bare SET, and of a release when it is told to look")
    void watchSeesBareSet() {
        var last = new AtomicReference<StopState>(new StopState.Unknown("not looked yet"));
        var watch = new StopWatch(redis, guard);
        watch.onLook(last::set);
        watch.start();
        try {
            Await.that("it may act").until(() -> last.get().mayAct());
            redis.commands().set(StopValue.KEY, ON);
            Await.that("the stop is seen").until(() -> !last.get().mayAct());

            redis.commands().set(StopValue.KEY, OFF);
            redis.commands().publish(StopValue.CHANNEL, "changed");
            Await.that("the release is seen").until(() -> last.get().mayAct());
        } finally {
            watch.stop();
        }
    }

    @Test
    @DisplayName("STOP-2 Redis tells the watch of a bare SET and of a deleted key, of the stop and of any kill switch")
    void redisTells() {
        assertThat(KeyNews.areTold(redis)).isTrue();
        var changes = new AtomicInteger();
        var looks = new AtomicInteger();
        var watch = new StopWatch(redis, guard);
        watch.onLook(_ -> looks.incrementAndGet());
        watch.onChange(changes::incrementAndGet);
        redis.commands().set(StopValue.KEY, OFF);
        watch.start();
        try {
            Await.that("it has looked and is told").until(() -> looks.get() >= 2);
            for (Runnable change : List.<Runnable>of(
                    () -> redis.commands().set(StopValue.KEY, ON),
                    () -> redis.commands().del(StopValue.KEY),
                    () -> redis.commands().set(KillSwitch.tool("scribe").key(), "1"),
                    () -> redis.commands().del(KillSwitch.tool("scribe").key()))) {
                int before = changes.get();
                change.run();
                Await.that("the change is told").until(() -> changes.get() > before);
            }
        } finally {
            watch.stop();
            redis.commands().set(StopValue.KEY, OFF);
        }
    }

    @Test
    void whatRedisMustBeSetToTell() {
        assertThat(KeyNews.areTold("K$gx")).isTrue();
        assertThat(KeyNews.areTold("AK")).isTrue();
        assertThat(KeyNews.areTold("")).isFalse();
        assertThat(KeyNews.areTold("AE")).isFalse();
        assertThat(KeyNews.areTold("K$")).isFalse();
    }

    private static ConnectionProperties connection(String redis) {
        return new ConnectionProperties(
                "127.0.0.1:1", URI.create("http://127.0.0.1:1"), URI.create(redis), Duration.ofSeconds(10), null);
    }
}
