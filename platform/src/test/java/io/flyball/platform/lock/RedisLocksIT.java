package io.flyball.platform.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.redis.Redis;
import io.flyball.testkit.Await;
import io.flyball.testkit.RememberedSince;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithNeighbours(NeighbourKind.REDIS)
class RedisLocksIT {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String SINCE = "flyball:locks:since";

    private final String shop = "service:shop-" + UUID.randomUUID();
    private final String basket = "service:basket-" + UUID.randomUUID();
    private Redis redis;
    private Locks locks;

    @BeforeEach
    void connect(SharedNeighbours neighbours) {
        redis = redis(neighbours.redisUrl());
        locks = new RedisLocks(redis);
        redis.commands().set(SINCE, RememberedSince.ever(redis.commands().info()));
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    @DisplayName("TEAM-4 each grant of a resource carries a greater token, whoever gets it")
    void tokensGrow() {
        long last = 0;
        for (int i = 0; i < 50; i++) {
            LockRequest request = request("owner-" + i, shop);
            long token = granted(request, LEASE);
            assertThat(token).isGreaterThan(last);
            last = token;
            locks.release(request, token);
        }
    }

    @Test
    @DisplayName("TEAM-4 whoever waits is told who holds it and until when")
    void heldBy() {
        granted(request("a", shop), LEASE);

        LockAnswer answer = locks.acquire(request("b", shop, basket), LEASE);

        assertThat(answer).isInstanceOfSatisfying(LockAnswer.Held.class, held -> {
            assertThat(held.resource()).isEqualTo(shop);
            assertThat(held.holder()).isEqualTo("run of a");
            assertThat(held.until())
                    .isAfter(Instant.now())
                    .isBefore(Instant.now().plus(LEASE).plusSeconds(1));
        });
    }

    @Test
    @DisplayName("TEAM-4 all resources are granted or none")
    void allOrNone() {
        granted(request("a", shop), LEASE);
        assertThat(locks.acquire(request("b", basket, shop), LEASE)).isInstanceOf(LockAnswer.Held.class);
        granted(request("c", basket), LEASE);
    }

    @Test
    @DisplayName("TEAM-4 a lease that is not renewed runs out, and its token is worth nothing once another has it")
    void runsOut() {
        LockRequest dead = request("dead", shop);
        long old = granted(dead, SHORT);
        LockRequest heir = request("heir", shop);
        Await.that("the lease has run out").until(() -> locks.acquire(heir, LEASE) instanceof LockAnswer.Granted);

        assertThat(locks.renew(dead, old, LEASE)).isEqualTo(Renewal.LOST);
        locks.release(dead, old);
        assertThat(locks.acquire(request("third", shop), LEASE)).isInstanceOf(LockAnswer.Held.class);
    }

    @Test
    @DisplayName("TEAM-4 a lease that is renewed does not run out")
    void renewed() {
        LockRequest living = request("living", shop);
        long token = granted(living, SHORT);
        assertThat(locks.renew(living, token, LEASE)).isEqualTo(Renewal.KEPT);
        Instant after = Instant.now().plus(SHORT).plusMillis(100);
        Await.that("the first lease is over").until(() -> Instant.now().isAfter(after));
        assertThat(locks.acquire(request("b", shop), LEASE)).isInstanceOf(LockAnswer.Held.class);
    }

    @Test
    @DisplayName("TEAM-4 the same owner gets its locks again, and only the newer token holds")
    void again() {
        LockRequest request = request("a", shop);
        long first = granted(request, LEASE);
        long second = granted(request, LEASE);
        assertThat(second).isGreaterThan(first);
        assertThat(locks.renew(request, first, LEASE)).isEqualTo(Renewal.LOST);
        assertThat(locks.renew(request, second, LEASE)).isEqualTo(Renewal.KEPT);
    }

    @Test
    @DisplayName("TEAM-4 a Redis that has forgotten everything grants nothing until every lease has run out")
    void forgotten() {
        LockRequest before = request("a", shop);
        long token = granted(before, LEASE);
        redis.commands().del(SINCE, "flyball:lock:" + shop);

        assertThat(locks.acquire(request("b", shop), LEASE)).isInstanceOf(LockAnswer.Unclear.class);
        assertThat(locks.renew(before, token, LEASE)).isEqualTo(Renewal.LOST);
        LockRequest patient = request("patient", shop);
        Await.that("old leases are over")
                .until(() ->
                        locks.acquire(patient, SHORT) instanceof LockAnswer.Granted newer && newer.token() > token);
    }

    @Test
    @DisplayName("TEAM-4 a Redis that does not answer grants nothing")
    void away() {
        try (Redis nowhere = redis("redis://127.0.0.1:1")) {
            Locks unreachable = new RedisLocks(nowhere);
            assertThat(unreachable.acquire(request("a", shop), LEASE)).isInstanceOf(LockAnswer.Unclear.class);
            assertThat(unreachable.renew(request("a", shop), 1, LEASE)).isEqualTo(Renewal.UNKNOWN);
        }
    }

    @Test
    @DisplayName("TEAM-4 of many who want overlapping resources at once, one at a time has them")
    void oneAtATime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Long> tokens = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                LockRequest request = request("owner-" + i, i % 2 == 0 ? basket : shop, shop);
                all.add(threads.submit(() -> {
                    LockAnswer answer = locks.acquire(request, LEASE);
                    while (!(answer instanceof LockAnswer.Granted granted)) {
                        Thread.yield();
                        answer = locks.acquire(request, LEASE);
                    }
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    tokens.add(granted.token());
                    inside.decrementAndGet();
                    locks.release(request, granted.token());
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(most).hasValue(1);
        assertThat(tokens).hasSize(40).isSorted().doesNotHaveDuplicates();
    }

    private long granted(LockRequest request, Duration lease) {
        LockAnswer answer = locks.acquire(request, lease);
        assertThat(answer).isInstanceOf(LockAnswer.Granted.class);
        return ((LockAnswer.Granted) answer).token();
    }

    private static LockRequest request(String owner, String... resources) {
        return new LockRequest(List.of(resources), owner, "run of " + owner);
    }

    private static Redis redis(String url) {
        return new Redis(new ConnectionProperties(
                "127.0.0.1:1", URI.create("http://127.0.0.1:1"), URI.create(url), Duration.ofSeconds(10), null));
    }
}
