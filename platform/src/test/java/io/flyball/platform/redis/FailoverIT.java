package io.flyball.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.localstack.Neighbour;
import io.flyball.localstack.RedisGroup;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.lock.LockAnswer;
import io.flyball.platform.lock.LockRequest;
import io.flyball.platform.lock.RedisLocks;
import io.flyball.platform.lock.Renewal;
import io.flyball.platform.stop.RedisStopGuard;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopValue;
import io.flyball.testkit.Await;
import io.flyball.testkit.RedisGroups;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.sync.RedisCommands;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("OPS-8 three Redis servers and three sentinels; the master is killed")
class FailoverIT {
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final String OFF = "{\"active\":false}";

    private final RedisGroup group = RedisGroups.start();
    private final Redis redis = redis(group.url());
    private final RedisStopGuard guard = new RedisStopGuard(redis, new StopOrders(() -> true));
    private final RedisLocks locks = new RedisLocks(redis);

    @AfterEach
    void close() {
        redis.close();
        group.close();
    }

    @Test
    @DisplayName("OPS-8 STOP-3 F19 the client follows to the new master by itself; before that nothing may act")
    void follows() {
        stopKey(OFF);
        assertThat(guard.checkAll().mayAct()).isTrue();
        Neighbour former = group.master();
        former.kill();
        assertThat(guard.checkAll().mayAct()).isFalse();
        Await.that("there is another master, and it may say that all may act")
                .until(() -> guard.checkAll().mayAct());
        assertThat(new RedisHealth(redis).health().getStatus().getCode()).isEqualTo("UP");

        stopKey("{\"active\":true}");
        former.restart();
        Await.that("the former master follows")
                .until(() -> commands(former, read -> read.info("replication")).contains("role:slave"));
        assertThat(guard.checkAll().mayAct()).isFalse();
    }

    @Test
    @DisplayName(
            "TEAM-4 OPS-8 a lock that the new master has never heard of is not granted again before its holder must have noticed")
    void lostLock() {
        locks.witness();
        Await.that("locks are remembered for long enough").until(() -> acquire("probe") instanceof LockAnswer.Granted);
        stopKey(OFF);
        List<Neighbour> replicas = group.replicas();
        group.letNextWritesDieWithTheMaster();
        long token = ((LockAnswer.Granted) acquire("lost")).token();
        Neighbour master = group.master();
        master.kill();
        replicas.forEach(Neighbour::resumeProcess);
        Await.that("another master answers").until(this::isWritable);

        assertThat(acquire("other", "lost")).isInstanceOf(LockAnswer.Unclear.class);
        assertThat(locks.renew(request("lost", "lost"), token, LEASE)).isEqualTo(Renewal.LOST);
        Await.that("the lease has passed").until(() -> acquire("other", "lost") instanceof LockAnswer.Granted);
    }

    @Test
    @DisplayName("F19 a server that takes no writes is left, so that the next command asks who is master now")
    void leavesWhatOnlyReads() {
        var first = redis.connection();
        group.sentinels().forEach(Neighbour::suspend);
        first.sync().replicaof("127.0.0.1", 1);
        assertThat(guard.checkAll().mayAct()).isFalse();
        Await.that("it has left").until(() -> !first.isOpen());
        group.sentinels().forEach(Neighbour::resumeProcess);
    }

    private LockAnswer acquire(String owner) {
        return acquire(owner, owner);
    }

    private LockAnswer acquire(String owner, String resource) {
        return locks.acquire(request(owner, resource), LEASE);
    }

    private static LockRequest request(String owner, String resource) {
        return new LockRequest(List.of(resource), owner, "run of " + owner);
    }

    /** Known to both replicas before anything happens. */
    private void stopKey(String value) {
        redis.commands().set(StopValue.KEY, value);
        assertThat(redis.commands().waitForReplication(1, 60_000)).isPositive();
    }

    private boolean isWritable() {
        try {
            return "OK".equals(redis.commands().set("probe", "1"));
        } catch (RedisException _) {
            return false;
        }
    }

    private static <T> T commands(Neighbour server, Function<RedisCommands<String, String>, T> ask) {
        try (Redis one = redis(server.url())) {
            return ask.apply(one.commands());
        }
    }

    private static Redis redis(URI address) {
        return new Redis(new ConnectionProperties(
                "127.0.0.1:1", URI.create("http://127.0.0.1:1"), address, Duration.ofSeconds(5), null));
    }
}
