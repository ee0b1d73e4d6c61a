package io.flyball.console.budgets;

import io.flyball.console.door.Refusal;
import io.flyball.spending.BudgetBoard;
import io.flyball.spending.Counter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which budget an order means, and whether it may be raised so far. */
final class Raise {
    private Raise() {}

    /**
     * The one budget that the order means, in the period of now.
     *
     * @throws Refusal if there is none, or more than one
     */
    static BudgetBoard.Line meant(RaiseOrder order, List<BudgetBoard.Line> all, Instant now) {
        List<BudgetBoard.Line> meant =
                all.stream().filter(line -> isMeant(line.counter(), order, now)).toList();
        if (meant.isEmpty()) {
            throw Refusal.notFound("Nothing was spent of a budget " + order.budget()
                    + " in its period of now, so its limit is not reached. See 'flyball budgets list'.");
        }
        if (meant.size() > 1) {
            throw Refusal.badRequest("There are several budgets " + order.budget() + "; say which with unit or tenant: "
                    + meant.stream().map(line -> line.counter().id()).collect(Collectors.joining(", ")));
        }
        return meant.getFirst();
    }

    private static boolean isMeant(Counter counter, RaiseOrder order, Instant now) {
        Instant end = counter.resetsAt();
        return counter.budget().equals(order.budget())
                && (end == null || end.isAfter(now))
                && order.tenant().map(counter.tenant()::equals).orElse(true)
                && order.unit().map(counter.unit()::equals).orElse(true);
    }

    /**
     * Goes on if it may be raised so far.
     *
     * @param highest how many times the limit of the file a person may go
     * @throws Refusal if that is no raise, or too much of one
     */
    static void requireWithin(BudgetBoard.Line line, long to, int highest) {
        Counter counter = line.counter();
        long limit = line.standing().limit();
        if (to <= limit) {
            throw Refusal.conflict(
                    "The limit is " + limit + " " + counter.unit().label() + " already.", Map.of("limit", limit));
        }
        long most = Math.multiplyExact(counter.limit(), (long) highest);
        if (to > most) {
            throw Refusal.unprocessable(
                    "A person may raise it up to %d %s, %d times the limit of budgets.yaml; more than that is a change of that file (highestRaise or the limit)."
                            .formatted(most, counter.unit().label(), highest));
        }
    }
}
