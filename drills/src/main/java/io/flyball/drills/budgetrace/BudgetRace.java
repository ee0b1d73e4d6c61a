package io.flyball.drills.budgetrace;

import io.flyball.drills.suite.Suite;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.redis.Redis;
import io.flyball.spending.BudgetBoard;
import io.flyball.spending.RedisCounters;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The race on a suite that is up. */
public final class BudgetRace {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int SHORTEST_MILLIS = 2_000;
    private static final int MORE_MILLIS = 4_000;

    private final BudgetRaceSettings settings;
    private final Suite suite;
    private final Consumer<String> say;
    private final Ledger ledger;
    private final Random chance;
    private final Map<Break, Integer> kills = new EnumMap<>(Break.class);

    /** A condition that may have to wait. */
    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    public BudgetRace(BudgetRaceSettings settings, Suite suite, Consumer<String> say) {
        this.settings = settings;
        this.suite = suite;
        this.say = say;
        this.ledger = new Ledger(suite);
        this.chance = settings.chance();
    }

    /** Spends, breaks, waits until all is told, and counts. */
    public BudgetRaceFigures run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (var provider = new ProviderStandIn();
                var redis = new Redis(new ConnectionProperties(
                        suite.broker(), suite.registry(), suite.redisProcess().url(), Duration.ofSeconds(5), null))) {
            RedisCounters counters = new RedisCounters(redis);
            await("the counters are ready", counters::isReady);
            List<SpenderProcess> spenders = IntStream.range(0, settings.processes())
                    .mapToObj(i -> new SpenderProcess(suite, provider.url(), i, settings))
                    .toList();
            spenders.forEach(SpenderProcess::start);
            await("a first call is billed", () -> !provider.billed().isEmpty());
            race(spenders, redis, counters);
            for (SpenderProcess process : spenders) {
                process.end();
            }
            ledger.process().awaitReady();
            return counted(provider, redis, counters, began);
        }
    }

    /** Everything at least once, if there is time, and then what chance wants. */
    private void race(List<SpenderProcess> spenders, Redis redis, RedisCounters counters) throws InterruptedException {
        long end = System.nanoTime() + settings.lasts().toNanos();
        List<Break> next = new ArrayList<>(settings.breaks().stream().sorted().toList());
        List<Break> all = List.copyOf(next);
        while (System.nanoTime() < end) {
            Thread.sleep(SHORTEST_MILLIS + chance.nextInt(MORE_MILLIS));
            Break what = next.isEmpty() ? all.get(chance.nextInt(all.size())) : next.removeFirst();
            say.accept("breaks: " + what);
            breakIt(what, spenders.get(chance.nextInt(spenders.size())), redis);
            kills.merge(what, 1, Integer::sum);
            // What is broken while nobody can spend breaks nothing.
            await("the counters are ready again", counters::isReady);
        }
    }

    private void breakIt(Break what, SpenderProcess spenders, Redis redis) throws InterruptedException {
        switch (what) {
            case SPENDERS -> {
                spenders.kill();
                spenders.start();
            }
            case LEDGER -> {
                ledger.process().kill();
                ledger.process().start();
            }
            case REDIS -> suite.redisProcess().restart();
            case FLUSH ->
                await("Redis is emptied", () -> redis.commands().flushall().equals("OK"));
        }
    }

    private BudgetRaceFigures counted(ProviderStandIn provider, Redis redis, RedisCounters counters, long began)
            throws InterruptedException {
        say.accept("waits for the leases of the dead");
        await(
                "nothing is held and all is told",
                () -> held(redis) == 0 && counters.abandoned(1).isEmpty(),
                false);
        await("the ledger has all", () -> ledger.total() == told(), false);
        var outcome = new Outcome(
                provider.billed(),
                Booked.read(suite.broker(), suite.registry()),
                ledger.total(),
                new SmallBudgets(settings));
        return new BudgetRaceFigures(
                settings.name(),
                settings.seed(),
                kills,
                outcome.billed().size(),
                outcome.overBy(),
                held(redis),
                outcome.ledgerMinusProvider(),
                outcome.unbooked(),
                outcome.abandoned(),
                outcome.spent(),
                outcome.limits(),
                Duration.ofNanos(System.nanoTime() - began).toMillis() / 1_000.0);
    }

    private long told() {
        return Booked.read(suite.broker(), suite.registry()).values().stream()
                .mapToLong(Booked.Entry::micros)
                .sum();
    }

    private static long held(Redis redis) {
        return new BudgetBoard(redis)
                .lines(_ -> true).stream()
                        .mapToLong(line -> line.standing().held())
                        .sum();
    }

    private static void await(String what, Condition condition) throws InterruptedException {
        await(what, condition, true);
    }

    private static void await(String what, Condition condition, boolean must) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                if (must) {
                    throw new IllegalStateException("it did not come to pass that " + what);
                }
                return;
            }
            Thread.sleep(LOOK);
        }
    }

    private static boolean holds(Condition condition) throws InterruptedException {
        try {
            return condition.holds();
        } catch (RedisException _) {
            return false;
        }
    }
}
