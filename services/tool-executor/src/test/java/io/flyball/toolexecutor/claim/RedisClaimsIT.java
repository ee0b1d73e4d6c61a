package io.flyball.toolexecutor.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopValue;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithNeighbours(NeighbourKind.REDIS)
class RedisClaimsIT extends ClaimsContract {
    private final SharedNeighbours neighbours = SharedNeighbours.shared();
    private final Redis redis = new Redis(connection());
    private final StopOrders orders = new StopOrders(() -> true);
    private final RedisClaims claims = new RedisClaims(redis, orders, SETTINGS);

    private ConnectionProperties connection() {
        return new ConnectionProperties(
                "unused:1",
                URI.create("http://unused"),
                URI.create(neighbours.redisUrl()),
                Duration.ofSeconds(5),
                null);
    }

    @Override
    Claims claims() {
        return claims;
    }

    @Override
    void set(String key, @Nullable String value) {
        if (value == null) {
            redis.commands().del(key);
        } else {
            redis.commands().set(key, value);
        }
    }

    @Override
    void letLeasePass() {
        Instant start = Instant.now();
        Await.that("the lease has passed").until(() -> Instant.now().isAfter(start.plus(LEASE)));
    }

    @Override
    void forgetEverything() {
        redis.commands().flushall();
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    @DisplayName("STOP-3 a Redis that does not answer permits nothing")
    void suspendedRedis() {
        claims.witness();
        var process = neighbours.neighbour(NeighbourKind.REDIS);
        process.suspend();
        try {
            long start = System.nanoTime();
            Ticket ticket = claims.start(request());
            assertThat(ticket).isInstanceOf(Ticket.Unclear.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        } finally {
            process.resumeProcess();
        }
        Await.that("Redis answers again").until(() -> claims.witness().isEmpty());
        assertThat(claims.start(request())).isEqualTo(new Ticket.Granted());
    }

    @Test
    @DisplayName("TOOL-5 a Redis that was restarted since the call was sent counts as having lost its claim")
    void restartedRedis() {
        // Redis says only in whole seconds how long it has been there: sent, restarted and asked around the turn of a
        // second is where that could mislead.
        Await.that("it is the middle of a second")
                .until(() -> Math.abs(Instant.now().getNano() - 500_000_000) < 50_000_000);
        ClaimRequest before = request();
        neighbours.neighbour(NeighbourKind.REDIS).restart();
        long second = before.requestedAt().getEpochSecond();
        Await.that("the second has turned").until(() -> Instant.now().getEpochSecond() > second);
        Await.that("Redis answers again").until(() -> claims.witness().isEmpty());
        set(StopValue.KEY, "{\"active\": false}");

        assertThat(claims.start(before))
                .isInstanceOfSatisfying(
                        Ticket.Taken.class,
                        taken -> assertThat(taken.standing()).isInstanceOf(Standing.Lost.class));
    }

    @Test
    @DisplayName("TOOL-5 a call that was sent before any executor had ever run is no reason for doubt")
    void beforeTheFirstExecutor() {
        neighbours.neighbour(NeighbourKind.REDIS).restart();
        Await.that("Redis remembers since a while").until(() -> claims.witness().isEmpty() && uptime() >= 2);
        redis.commands().del(RedisClaims.EPOCH);
        set(StopValue.KEY, "{\"active\": false}");
        ClaimRequest sentBefore = new ClaimRequest(
                "action-" + System.nanoTime(),
                Set.of(KillSwitch.agent("agent")),
                "a",
                "executor",
                false,
                Instant.now().minusMillis(500));

        assertThat(claims.start(sentBefore)).isEqualTo(new Ticket.Granted());
    }

    @Test
    @DisplayName(
            "STOP-12 an inactive key starts nothing while a stop is the newest order, or without naming the newest release")
    void theTopicWins() {
        Await.that("Redis answers").until(() -> claims.witness().isEmpty());
        order("o1", ControlKind.EMERGENCY_STOP);
        for (String value : List.of("{\"active\":false}", naming("o1"), naming("o2"))) {
            set(StopValue.KEY, value);
            assertThat(claims.start(later()))
                    .isInstanceOfSatisfying(
                            Ticket.Stopped.class,
                            stopped -> assertThat(stopped.stop().by()).isEqualTo("ann"));
        }
        order("o2", ControlKind.EMERGENCY_RELEASE);
        for (String value : List.of("{\"active\":false}", naming("o1"), "{\"active\":false,\"order\":2}")) {
            set(StopValue.KEY, value);
            assertThat(claims.start(later())).isInstanceOf(Ticket.Unclear.class);
        }
        set(StopValue.KEY, naming("o2"));
        claims.witness();
        assertThat(claims.start(later())).isInstanceOf(Ticket.Granted.class);
    }

    @Test
    @DisplayName("STOP-3 F19 a Redis that only reads starts nothing, nor does a full one")
    void readOnlyOrFull() {
        set(StopValue.KEY, "{\"active\":false}");
        claims.witness();
        redis.commands().replicaof("127.0.0.1", 1);
        try {
            assertThat(claims.start(request())).isInstanceOf(Ticket.Unclear.class);
        } finally {
            Await.that("it is a master again, on whatever connection")
                    .ignoreExceptions()
                    .until(() -> redis.commands().replicaofNoOne().equals("OK"));
        }
        Await.that("it is full")
                .ignoreExceptions()
                .until(() -> redis.commands().configSet("maxmemory", "1").equals("OK"));
        try {
            assertThat(claims.start(request())).isInstanceOf(Ticket.Unclear.class);
        } finally {
            redis.commands().configSet("maxmemory", "0");
        }
    }

    @Test
    @DisplayName("STOP-13 an order that kills starts nothing, whatever Redis says, and tells who and why")
    void theOrderKills() {
        Await.that("Redis answers").until(() -> claims.witness().isEmpty());
        set(StopValue.KEY, "{\"active\":false}");
        String key = KillSwitch.agent("agent").key();
        order("k1", key, ControlKind.KILL);
        for (String value : List.of("", "0")) {
            set(key, value.isEmpty() ? null : value);
            assertThat(claims.start(later()))
                    .isInstanceOfSatisfying(
                            Ticket.Stopped.class,
                            stopped -> assertThat(stopped.stop().by()).isEqualTo("ann"));
        }
        set(key, null);
        order("k2", key, ControlKind.REVIVE);
        assertThat(claims.start(later())).isInstanceOf(Ticket.Granted.class);
    }

    /** Of a call that was sent after whatever this Redis may have forgotten in another test. */
    private static ClaimRequest later() {
        ClaimRequest now = request();
        return new ClaimRequest(
                now.actionId(),
                now.switches(),
                now.attempt(),
                now.executor(),
                now.mayRepeat(),
                now.requestedAt().plusSeconds(60));
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

    private long uptime() {
        return redis.commands()
                .info("server")
                .lines()
                .filter(line -> line.startsWith("uptime_in_seconds:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                .sum();
    }

    private static ClaimRequest request() {
        return new ClaimRequest(
                "action-" + System.nanoTime(),
                Set.of(KillSwitch.agent("agent")),
                "a",
                "executor",
                false,
                Instant.now());
    }
}
