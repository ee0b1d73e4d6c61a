package io.flyball.spending;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.redis.Redis;
import io.flyball.testkit.Seeds;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@WithNeighbours(NeighbourKind.REDIS)
class RedisCountersIT extends CountersContract {
    private static final Duration LONG = Duration.ofMinutes(5);

    private Redis redis;

    @BeforeEach
    void connect(SharedNeighbours neighbours) {
        redis = RedisForTests.of(neighbours.redisUrl());
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Override
    Counters lost() {
        redis.commands().del("flyball:spend:ready");
        return new RedisCounters(redis);
    }

    @Test
    @DisplayName("COST-12 budgets of which something was spent can be listed, with their limits and raises")
    void lists() {
        Counters counters = lost();
        counters.rebuild(Map.of());
        counters.settle("listed" + small.budget(), List.of(small), new Charge(7, 0));
        counters.hold(new Hold("held" + small.budget(), List.of(small, large), new Charge(5, 9), LONG));
        counters.raise(large, 2_000);
        BudgetBoard board = new BudgetBoard(redis);
        assertThat(board.lines(id -> id.contains(mark)))
                .containsExactlyInAnyOrder(
                        new BudgetBoard.Line(small, new Counters.Standing(7, 5, 100)),
                        new BudgetBoard.Line(large, new Counters.Standing(0, 9, 2_000)));
    }

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName(
            "COST-4 200 spenders at once never take more than the limit, to the micro-dollar, and leave nothing held")
    void neverOver(long seed) throws InterruptedException {
        Counters counters = lost();
        counters.rebuild(Map.of());
        String mark = UUID.randomUUID().toString();
        Counter all = new Counter("all:" + mark, "d", "*", Unit.MICRO_DOLLARS, 1_000_003, null);
        AtomicLong billed = new AtomicLong();
        try (var spenders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200)
                    .forEach(spender -> spenders.submit(() -> {
                        Random chance = new Random(seed + spender);
                        Counter own = new Counter("run:" + mark + spender, "", "t", Unit.TOKENS, 10_000, null);
                        for (int i = 0; i < 20; i++) {
                            Charge most = new Charge(1 + chance.nextInt(2_000), 1 + chance.nextInt(3_000));
                            String call = mark + spender + "-" + i;
                            List<Counter> both = List.of(all, own);
                            if (counters.hold(new Hold(call, both, most, LONG)) instanceof HoldAnswer.Held) {
                                Charge actual = new Charge(most.tokens() / 2, chance.nextLong(most.micros() + 1));
                                billed.addAndGet(actual.micros());
                                counters.settle(call, both, actual);
                            }
                        }
                        return null;
                    }));
        }

        assertThat(counters.standing(all)).isEqualTo(new Counters.Standing(billed.get(), 0, 1_000_003));
        assertThat(billed.get()).isBetween(1L, 1_000_003L);
        long left = 1_000_003 - billed.get();
        assertThat(counters.hold(new Hold(mark + "over", List.of(all), new Charge(0, left + 1), LONG)))
                .isInstanceOf(HoldAnswer.Refused.class);
        assertThat(counters.hold(new Hold(mark + "fits", List.of(all), new Charge(0, left), LONG)))
                .isEqualTo(new HoldAnswer.Held());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("COST-4 Redis decides like the pure books, call by call")
    void decidesLikeTheBooks(long seed) {
        Random chance = new Random(seed);
        String mark = UUID.randomUUID().toString();
        List<Counter> some = IntStream.range(0, 4)
                .mapToObj(i -> new Counter("b" + i + mark, "", "t", Unit.values()[i % 2], 500 + 400L * i, null))
                .toList();
        Counters real = lost();
        Counters books = new CountersInMemory(Clock.systemUTC());
        for (int i = 0; i < 400; i++) {
            List<Counter> chosen =
                    some.stream().filter(_ -> chance.nextBoolean()).toList();
            String call = mark + chance.nextInt(60);
            Charge charge = new Charge(chance.nextInt(120), chance.nextInt(120));
            switch (chance.nextInt(10)) {
                case 0 -> {
                    Map<Counter, Long> spent = Map.of(some.get(chance.nextInt(4)), chance.nextLong(400));
                    real.rebuild(spent);
                    books.rebuild(spent);
                }
                case 1, 2, 3, 4 -> {
                    Hold hold = new Hold(call, chosen, charge, LONG);
                    assertThat(kind(real.hold(hold))).isEqualTo(kind(books.hold(hold)));
                }
                case 9 -> {
                    Counter counter = some.get(chance.nextInt(4));
                    long to = counter.limit() - 50 + chance.nextInt(300);
                    assertThat(real.raise(counter, to)).isEqualTo(books.raise(counter, to));
                }
                default -> assertThat(real.settle(call, chosen, charge)).isEqualTo(books.settle(call, chosen, charge));
            }
            some.forEach(counter -> assertThat(real.standing(counter)).isEqualTo(books.standing(counter)));
        }
    }

    private static Object kind(HoldAnswer answer) {
        return answer instanceof HoldAnswer.Unclear ? "unclear" : answer;
    }
}
