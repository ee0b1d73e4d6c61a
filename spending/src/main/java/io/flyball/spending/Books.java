package io.flyball.spending;

import io.flyball.spending.Settled.Crossing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What counters show and calls hold, and what follows from a wish to spend, as a pure function: the next books and the answer.
 * {@code spend.lua} does the same in Redis; a test holds the two against each other.
 *
 * @param ready false after everything was lost, until it is rebuilt
 * @param counts by the counter's id
 * @param calls by the call's id
 */
public record Books(boolean ready, Map<String, Count> counts, Map<String, Call> calls) {
    /** Lost, or never begun. */
    public static final Books EMPTY = new Books(false, Map.of(), Map.of());

    static final List<Integer> THRESHOLDS = List.of(50, 80, 100);

    public Books {
        counts = Map.copyOf(counts);
        calls = Map.copyOf(calls);
    }

    /**
     * What one counter shows.
     *
     * @param told the highest threshold that was told; 0 if none was
     * @param refused whether a refusal was told
     * @param raised what a person raised the limit to; 0 if nobody did
     */
    record Count(long used, long held, int told, boolean refused, long raised) {
        static final Count ZERO = new Count(0, 0, 0, false, 0);

        Count held(long more) {
            return new Count(used, held + more, told, refused, raised);
        }

        Count used(long more) {
            return new Count(used + more, held, told, refused, raised);
        }

        long limit(Counter counter) {
            return Math.max(counter.limit(), raised);
        }

        int reached(Counter counter) {
            return THRESHOLDS.stream()
                    .filter(percent -> used * 100 >= limit(counter) * percent)
                    .reduce(0, Math::max);
        }
    }

    /** What a call holds by counter, or counts with once it is abandoned; nothing once it is settled. */
    record Call(Map<String, Long> held, Instant until, boolean settled, boolean abandoned) {}

    /** The next books, and the answer. */
    public record Step<T>(Books books, T answer) {}

    /** Sets aside in all counters, or in none. */
    public Step<HoldAnswer> hold(Hold hold, Instant now) {
        Books current = expired(now);
        if (!ready) {
            return new Step<>(current, new HoldAnswer.Unclear("what was spent is not known yet"));
        }
        if (calls.containsKey(hold.call())) {
            return new Step<>(current, new HoldAnswer.Repeated("held or settled before"));
        }
        for (Counter counter : hold.counters()) {
            Count count = current.count(counter.id());
            long wanted = hold.most().in(counter.unit());
            if (count.used() + count.held() + wanted > count.limit(counter)) {
                return current.refused(counter, count, wanted);
            }
        }
        return new Step<>(current.held(hold, now), new HoldAnswer.Held());
    }

    /** A call that is under way is held again, whatever there is room for: what it costs it will cost. */
    public Books adopted(Hold hold, Instant now) {
        Books current = expired(now);
        return calls.containsKey(hold.call()) ? current : current.held(hold, now);
    }

    private Step<HoldAnswer> refused(Counter counter, Count count, long wanted) {
        Map<String, Count> next = new HashMap<>(counts);
        next.put(counter.id(), new Count(count.used(), count.held(), count.told(), true, count.raised()));
        return new Step<>(
                new Books(ready, next, calls),
                new HoldAnswer.Refused(
                        counter, count.used() + count.held(), count.limit(counter), wanted, !count.refused()));
    }

    private Books held(Hold hold, Instant now) {
        Map<String, Count> next = new HashMap<>(counts);
        Map<String, Long> held = new HashMap<>();
        for (Counter counter : hold.counters()) {
            long amount = hold.most().in(counter.unit());
            held.put(counter.id(), amount);
            next.put(counter.id(), count(counter.id()).held(amount));
        }
        Map<String, Call> all = new HashMap<>(calls);
        all.put(hold.call(), new Call(Map.copyOf(held), now.plus(hold.lease()), false, false));
        return new Books(ready, next, all);
    }

    /** Replaces what is held by what it cost. */
    public Step<Settled> settle(String call, List<Counter> counters, Charge actual, Instant now) {
        Books current = expired(now);
        Call known = current.calls.get(call);
        if (known != null && known.settled()) {
            return new Step<>(current, new Settled(false, List.of()));
        }
        Map<String, Count> next = new HashMap<>(current.counts);
        if (known != null) {
            known.held().forEach((id, amount) -> next.put(id, given(known, current.count(id), amount)));
        }
        List<Crossing> crossings = new ArrayList<>();
        for (Counter counter : counters) {
            Count count = next.getOrDefault(counter.id(), Count.ZERO).used(actual.in(counter.unit()));
            next.put(counter.id(), crossed(counter, count, crossings));
        }
        Map<String, Call> all = new HashMap<>(current.calls);
        all.put(call, new Call(Map.of(), now, true, false));
        return new Step<>(new Books(ready, next, all), new Settled(true, crossings));
    }

    private static Count given(Call call, Count count, long amount) {
        return call.abandoned() ? count.used(-amount) : count.held(-amount);
    }

    /** Only the highest of several thresholds that are crossed at once is told. */
    private static Count crossed(Counter counter, Count count, List<Crossing> crossings) {
        int reached = count.reached(counter);
        if (reached <= count.told()) {
            return count;
        }
        crossings.add(new Crossing(counter, reached, count.used(), count.limit(counter)));
        return new Count(count.used(), count.held(), reached, count.refused(), count.raised());
    }

    /**
     * Shows at least what the ledger says. What was settled after a loss may be in the ledger already or not, so it is added: rather
     * too much than too little.
     */
    public Books rebuilt(Map<Counter, Long> spent) {
        Map<String, Count> next = new HashMap<>(counts);
        spent.forEach((counter, amount) -> {
            Count count = count(counter.id());
            next.put(counter.id(), count.used(ready ? Math.max(0, amount - count.used()) : amount));
        });
        return new Books(true, next, calls);
    }

    /** With a higher limit. What was told of the lower one may be told again of this one. */
    public Step<Boolean> raised(Counter counter, long to) {
        Count count = count(counter.id());
        if (to <= count.limit(counter)) {
            return new Step<>(this, false);
        }
        Map<String, Count> next = new HashMap<>(counts);
        Count higher = new Count(count.used(), count.held(), 0, false, to);
        next.put(counter.id(), new Count(count.used(), count.held(), higher.reached(counter), false, to));
        return new Step<>(new Books(ready, next, calls), true);
    }

    /** Calls that nobody has heard of in time hold nothing any more; they may have been billed, so they count with their most. */
    Books expired(Instant now) {
        Map<String, Count> next = new HashMap<>(counts);
        Map<String, Call> all = new HashMap<>(calls);
        calls.forEach((id, call) -> {
            if (!call.settled() && !call.abandoned() && !now.isBefore(call.until())) {
                call.held()
                        .forEach((counter, amount) -> next.put(
                                counter,
                                next.getOrDefault(counter, Count.ZERO)
                                        .held(-amount)
                                        .used(amount)));
                all.put(id, new Call(call.held(), call.until(), false, true));
            }
        });
        return new Books(ready, next, all);
    }

    Count count(String counter) {
        return counts.getOrDefault(counter, Count.ZERO);
    }
}
