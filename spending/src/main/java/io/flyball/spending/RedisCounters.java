package io.flyball.spending;

import io.flyball.platform.redis.LuaScript;
import io.flyball.platform.redis.Redis;
import io.flyball.spending.Settled.Crossing;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counters in Redis, each change of them one script. The ledger is the truth; this only has to be fast and never over. */
public final class RedisCounters implements Counters {
    private static final LuaScript SCRIPT = LuaScript.load("/spending/spend.lua");
    private static final String READY = "flyball:spend:ready";
    private static final String HOLDS = "flyball:spend:holds";
    private static final String CALL = "flyball:spend:call:";
    private static final String ABANDONED = "flyball:spend:abandoned";
    static final String COUNTER = "flyball:spend:counter:";
    static final String RAISE = "flyball:spend:raise:";
    /** Of calls and of counters after their end. */
    private static final Duration KEEP = Duration.ofDays(2);
    /** A run may wait for people that long. */
    private static final Duration KEEP_ENDLESS = Duration.ofDays(30);

    private final Redis redis;

    public RedisCounters(Redis redis) {
        this.redis = redis;
    }

    @Override
    public HoldAnswer hold(Hold hold) {
        try {
            List<String> answer = run(
                    "hold",
                    hold.call(),
                    Long.toString(hold.lease().toMillis()),
                    hold.counters(),
                    amounts(hold.counters(), hold.most()),
                    hold.record());
            return switch (answer.getFirst()) {
                case "HELD" -> new HoldAnswer.Held();
                case "REPEATED" -> new HoldAnswer.Repeated("held or settled before");
                case "REFUSED" -> refused(hold, answer);
                case "UNCLEAR" ->
                    new HoldAnswer.Unclear(
                            "Redis has forgotten what was spent, and the ledger has not yet told it; is the cost ledger up?");
                default -> throw new IllegalStateException("spend.lua answered " + answer);
            };
        } catch (RedisException e) {
            return new HoldAnswer.Unclear("Redis does not answer: " + e.getMessage());
        }
    }

    @Override
    public void adopt(Hold hold) {
        run(
                "adopt",
                hold.call(),
                Long.toString(hold.lease().toMillis()),
                hold.counters(),
                amounts(hold.counters(), hold.most()),
                hold.record());
    }

    private static HoldAnswer refused(Hold hold, List<String> answer) {
        Counter counter = hold.counters().get(Integer.parseInt(answer.get(1)) - 1);
        return new HoldAnswer.Refused(
                counter,
                Long.parseLong(answer.get(2)),
                Long.parseLong(answer.get(3)),
                hold.most().in(counter.unit()),
                answer.get(4).equals("1"));
    }

    /**
     * {@inheritDoc}
     *
     * @throws RedisException if Redis does not answer; what is held runs out, and the ledger tells the counters
     */
    @Override
    public Settled settle(String call, List<Counter> counters, Charge actual) {
        List<String> answer = run("settle", call, "0", counters, amounts(counters, actual));
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 1; i + 3 < answer.size(); i += 4) {
            crossings.add(new Crossing(
                    counters.get(Integer.parseInt(answer.get(i)) - 1),
                    Integer.parseInt(answer.get(i + 1)),
                    Long.parseLong(answer.get(i + 2)),
                    Long.parseLong(answer.get(i + 3))));
        }
        return new Settled(answer.getFirst().equals("SETTLED"), crossings);
    }

    @Override
    public void rebuild(Map<Counter, Long> spent) {
        List<Counter> counters = List.copyOf(spent.keySet());
        run("rebuild", "", "0", counters, counters.stream().map(spent::get).toList());
    }

    /**
     * What the ledger shall be told of calls that were abandoned; the oldest first.
     *
     * @param most how many at once
     */
    public List<String> abandoned(int most) {
        run("expire", "", "0", List.of(), List.of());
        return redis.commands().lrange(ABANDONED, 0, most - 1L);
    }

    /** The ledger has it. */
    public void told(String record) {
        redis.commands().lrem(ABANDONED, 1, record);
    }

    @Override
    public boolean isReady() {
        return redis.commands().exists(READY) == 1;
    }

    @Override
    public boolean raise(Counter counter, long to) {
        return run("raise", "", "0", List.of(counter), List.of(to)).getFirst().equals("RAISED");
    }

    @Override
    public Standing standing(Counter counter) {
        List<String> answer = run("look", "", "0", List.of(counter), List.of(0L));
        return new Standing(
                Long.parseLong(answer.get(1)), Long.parseLong(answer.get(2)), Long.parseLong(answer.get(3)));
    }

    private static List<Long> amounts(List<Counter> counters, Charge charge) {
        return counters.stream().map(counter -> charge.in(counter.unit())).toList();
    }

    private List<String> run(String mode, String call, String lease, List<Counter> counters, List<Long> amounts) {
        return run(mode, call, lease, counters, amounts, "");
    }

    private List<String> run(
            String mode, String call, String lease, List<Counter> counters, List<Long> amounts, String record) {
        List<String> keys = new ArrayList<>(List.of(READY, HOLDS, CALL + call, ABANDONED));
        List<String> arguments = new ArrayList<>(List.of(mode, call, lease, Long.toString(KEEP.toMillis()), record));
        for (int i = 0; i < counters.size(); i++) {
            Counter counter = counters.get(i);
            keys.add(COUNTER + counter.id());
            keys.add(RAISE + counter.id());
            arguments.add(Long.toString(counter.limit()));
            arguments.add(Long.toString(amounts.get(i)));
            arguments.add(Long.toString(ttl(counter)));
            arguments.add(CounterCodec.text(counter));
        }
        return SCRIPT.run(redis.commands(), keys, arguments.toArray(String[]::new));
    }

    private static long ttl(Counter counter) {
        Instant end = counter.resetsAt();
        return end == null
                ? KEEP_ENDLESS.toMillis()
                : Math.max(1, Duration.between(Instant.now(), end).plus(KEEP).toMillis());
    }
}
