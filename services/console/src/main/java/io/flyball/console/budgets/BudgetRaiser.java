package io.flyball.console.budgets;

import io.flyball.console.door.Refusal;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.console.ingress.CatalogueProperties;
import io.flyball.console.outbox.Message;
import io.flyball.console.outbox.Outbox;
import io.flyball.console.readmodel.RunView;
import io.flyball.console.readmodel.Runs;
import io.flyball.contract.BudgetRaise;
import io.flyball.platform.redis.Redis;
import io.flyball.schemas.Topics;
import io.flyball.spending.BudgetBoard;
import io.flyball.spending.Budgets;
import io.flyball.spending.Counter;
import io.flyball.spending.RedisCounters;
import io.lettuce.core.RedisException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Raises budgets: first on the topic, so that the raise outlives a flushed Redis, then in Redis, then the runs go on that wait for it.
 */
@Component
final class BudgetRaiser {
    private final BudgetBoard board;
    private final RedisCounters counters;
    private final Outbox outbox;
    private final Runs runs;
    private final CatalogueProperties catalogue;
    private final TimeOrderedIds ids;
    private final Clock clock;

    BudgetRaiser(
            Redis redis, Outbox outbox, Runs runs, CatalogueProperties catalogue, TimeOrderedIds ids, Clock clock) {
        this.board = new BudgetBoard(redis);
        this.counters = new RedisCounters(redis);
        this.outbox = outbox;
        this.runs = runs;
        this.catalogue = catalogue;
        this.ids = ids;
        this.clock = clock;
    }

    /** Budgets whose id fits. */
    List<BudgetBoard.Line> board(Predicate<String> fits) {
        try {
            return board.lines(fits);
        } catch (RedisException e) {
            throw Refusal.unavailable(
                    "Redis does not answer (" + e.getMessage() + "), so nobody knows how budgets stand.");
        }
    }

    /**
     * How it stands after the raise.
     *
     * @param resumed runs that waited for it and go on
     */
    record Raised(BudgetView budget, List<String> resumed) {}

    Raised raise(RaiseOrder order) {
        List<BudgetBoard.Line> all = board(id -> id.contains(order.budget()));
        BudgetBoard.Line line = Raise.meant(order, all, clock.instant());
        Raise.requireWithin(
                line, order.to(), Budgets.load(catalogue.directory()).highestRaise());
        Counter counter = line.counter();
        BudgetRaise raise =
                RaiseRecords.raise(ids.next(), counter, order, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        outbox.sendAll(List.of(
                new Message(Topics.BUDGET_RAISES, counter.id(), raise),
                new Message(
                        Topics.AUDIT_FACTS,
                        "console",
                        RaiseRecords.fact(raise, line.standing().limit()))));
        tellRedis(counter, order.to());
        return new Raised(BudgetView.of(new BudgetBoard.Line(counter, counters.standing(counter))), resume(raise));
    }

    private void tellRedis(Counter counter, long to) {
        try {
            counters.raise(counter, to);
        } catch (RedisException e) {
            throw Refusal.unavailable(
                    "The raise is written down, and the ledger tells Redis, which does not answer now ("
                            + e.getMessage() + "). Hand runs back that wait for it.");
        }
    }

    private List<String> resume(BudgetRaise raise) {
        List<RunView> waiting = runs.list(run -> waits(run, raise), Integer.MAX_VALUE);
        waiting.forEach(
                run -> outbox.send(new Message(Topics.CONTROL, run.id(), RaiseRecords.resume(ids.next(), run, raise))));
        return waiting.stream().map(RunView::id).toList();
    }

    private static boolean waits(RunView run, BudgetRaise raise) {
        return run.isOpen()
                && raise.getBudgetId().equals(run.standing().waitsForBudget())
                && (raise.getTenant().equals("*")
                        || raise.getTenant().equals(run.asked().tenant()));
    }
}
