package io.flyball.drills.budgetrace;

import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.spending.Budgets;
import io.flyball.spending.OpenHolds;
import io.flyball.spending.RedisCounters;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;

/**
 * A process of spenders, which spends as a planner does until its input ends. Arguments: broker, registry, Redis, provider, catalogue, its
 * number, how many spenders, the seed.
 */
public final class SpenderMain {
    private SpenderMain() {}

    /** Ends when all calls that were begun are settled. */
    public static void main(String[] arguments) throws IOException {
        var connection = new ConnectionProperties(
                arguments[0], URI.create(arguments[1]), URI.create(arguments[2]), Duration.ofSeconds(5), null);
        int number = Integer.parseInt(arguments[5]);
        long seed = Long.parseLong(arguments[7]);
        var wire = new RegistryWire(connection.registry());
        try (Redis redis = new Redis(connection);
                OpenHolds counters = new OpenHolds(new RedisCounters(redis), Clock.systemUTC());
                UsageOut usage = new UsageOut(connection.kafka(), wire)) {
            var budgets = Budgets.load(Path.of(arguments[4]));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var open = new java.util.concurrent.atomic.AtomicBoolean(true);
                for (int i = 0; i < Integer.parseInt(arguments[6]); i++) {
                    var spender =
                            new Spending(budgets, counters, usage, URI.create(arguments[3]), number * 1_000 + i, seed);
                    threads.execute(() -> spender.spendWhile(open::get));
                }
                while (System.in.read() >= 0) {
                    // Only the end of the input means something.
                }
                open.set(false);
            }
        }
        System.exit(0);
    }
}
