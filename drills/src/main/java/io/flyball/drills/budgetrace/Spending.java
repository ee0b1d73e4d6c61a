package io.flyball.drills.budgetrace;

import io.flyball.contract.Usage;
import io.flyball.spending.Budgets;
import io.flyball.spending.Charge;
import io.flyball.spending.Counter;
import io.flyball.spending.Counters;
import io.flyball.spending.Hold;
import io.flyball.spending.HoldAnswer;
import io.flyball.spending.Spender;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;

/** One spender: reserve, call, tell, settle, and again. */
final class Spending {
    /** Short, so that a drill need not wait long for what the dead have held. */
    static final Duration LEASE = Duration.ofSeconds(20);

    static final int PRINCIPALS = 4;
    private static final int MOST_INPUT = 2_000;
    private static final int MOST_OUTPUT = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Budgets budgets;
    private final Counters counters;
    private final UsageOut usage;
    private final URI provider;
    private final Spender spender;
    private final Random chance;

    Spending(Budgets budgets, Counters counters, UsageOut usage, URI provider, int number, long seed) {
        this.budgets = budgets;
        this.counters = counters;
        this.usage = usage;
        this.provider = provider;
        this.chance = new Random(seed + number);
        this.spender = new Spender(
                "default",
                "person-" + number % PRINCIPALS,
                "drill",
                null,
                List.of("race-" + seed + "-" + number + "-" + UUID.randomUUID()),
                null);
    }

    /** Ends early where it cannot go on; its log says why. */
    void spendWhile(BooleanSupplier open) {
        try {
            while (open.getAsBoolean()) {
                unlessRedisIsAway();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | IOException | RuntimeException e) {
            e.printStackTrace();
        }
    }

    /** A planner would be told that it is unclear and ask again; so does a spender. */
    private void unlessRedisIsAway() throws InterruptedException, ExecutionException, IOException {
        try {
            once();
        } catch (RedisException _) {
            Thread.sleep(PAUSE);
        }
    }

    private void once() throws InterruptedException, ExecutionException, IOException {
        String call = UUID.randomUUID().toString();
        long input = 1L + chance.nextInt(MOST_INPUT);
        List<Counter> all = budgets.counters(spender, Instant.now());
        Usage atMost = UsageOut.usage(spender, call, input, MOST_OUTPUT, true);
        Charge most = new Charge(input + MOST_OUTPUT, CallPrice.micros(input, MOST_OUTPUT));
        switch (counters.hold(new Hold(call, all, most, LEASE, usage.text(atMost)))) {
            case HoldAnswer.Held _ -> call(call, input, all);
            case HoldAnswer.Refused _, HoldAnswer.Unclear _, HoldAnswer.Repeated _ -> Thread.sleep(PAUSE);
        }
    }

    private void call(String call, long input, List<Counter> all)
            throws InterruptedException, ExecutionException, IOException {
        long output = 1L + chance.nextInt(MOST_OUTPUT);
        ask(call, input, output);
        usage.send(UsageOut.usage(spender, call, input, output, false));
        try {
            counters.settle(call, all, new Charge(input + output, CallPrice.micros(input, output)));
        } catch (RedisException _) {
            // The ledger has it and tells the counters.
        }
    }

    private void ask(String call, long input, long output) throws IOException, InterruptedException {
        URI address = provider.resolve("/" + spender.principal() + "/" + call + "/" + input + "/" + output);
        HTTP.send(
                HttpRequest.newBuilder(address)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }
}
