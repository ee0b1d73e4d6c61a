package io.flyball.spending;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** {@link Books}, kept. */
final class CountersInMemory implements Counters {
    private final Clock clock;
    private Books books = Books.EMPTY;

    CountersInMemory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized HoldAnswer hold(Hold hold) {
        Books.Step<HoldAnswer> step = books.hold(hold, clock.instant());
        books = step.books();
        return step.answer();
    }

    @Override
    public synchronized void adopt(Hold hold) {
        books = books.adopted(hold, clock.instant());
    }

    @Override
    public synchronized Settled settle(String call, List<Counter> counters, Charge actual) {
        Books.Step<Settled> step = books.settle(call, counters, actual, clock.instant());
        books = step.books();
        return step.answer();
    }

    @Override
    public synchronized void rebuild(Map<Counter, Long> spent) {
        books = books.rebuilt(spent);
    }

    @Override
    public synchronized boolean isReady() {
        return books.ready();
    }

    @Override
    public synchronized Standing standing(Counter counter) {
        Books.Count count = books.expired(clock.instant()).count(counter.id());
        return new Standing(count.used(), count.held(), count.limit(counter));
    }

    @Override
    public synchronized boolean raise(Counter counter, long to) {
        Books.Step<Boolean> step = books.raised(counter, to);
        books = step.books();
        return step.answer();
    }
}
