package io.flyball.planner.queue;

import io.flyball.contract.PlanRequest;
import io.flyball.contract.Usage;
import io.flyball.planner.model.Account;
import io.flyball.planner.model.BudgetExhausted;
import io.flyball.planner.model.ModelCall;
import io.flyball.planner.model.NoTimeLeft;
import io.flyball.spending.Budgets;
import io.flyball.spending.Charge;
import io.flyball.spending.Counter;
import io.flyball.spending.Counters;
import io.flyball.spending.Hold;
import io.flyball.spending.HoldAnswer;
import io.flyball.spending.Settled;
import io.lettuce.core.RedisException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens an account for each request. */
public final class BudgetDesk {
    private static final Logger log = LoggerFactory.getLogger(BudgetDesk.class);

    private final Budgets budgets;
    private final Counters counters;
    private final UsageText records;
    private final BudgetNews news;
    private final Clock clock;

    public BudgetDesk(Budgets budgets, Counters counters, UsageText records, BudgetNews news, Clock clock) {
        this.budgets = budgets;
        this.counters = counters;
        this.records = records;
        this.news = news;
        this.clock = clock;
    }

    /**
     * What pays for that request's calls.
     *
     * @param ledger told of every call, before it is settled here
     */
    public Account account(PlanRequest request, Consumer<ModelCall> ledger) {
        return new Account() {
            @Override
            public void paid(ModelCall call) {
                ledger.accept(call);
            }

            @Override
            public Reservation reserve(ModelCall atMost, Charge most, Duration lease) {
                Usage estimate = UsageMapper.usage(request, atMost);
                String call = estimate.getId();
                List<Counter> all = budgets.counters(SpenderMapper.spender(request), clock.instant());
                answered(request, counters.hold(new Hold(call, all, most, lease, records.text(estimate))));
                return actual -> settle(request, call, all, actual);
            }
        };
    }

    private void answered(PlanRequest request, HoldAnswer answer) {
        switch (answer) {
            case HoldAnswer.Held _ -> log.trace("run {}: set aside", request.getRunId());
            case HoldAnswer.Refused refused -> {
                if (refused.first()) {
                    news.exceeded(request, refused, clock.instant());
                }
                throw new BudgetExhausted(refused.counter().budget(), Refusal.words(refused));
            }
            case HoldAnswer.Repeated repeated ->
                throw new IllegalStateException("a call's id came twice: " + repeated.why());
            case HoldAnswer.Unclear unclear ->
                throw new NoTimeLeft("no model call starts: what was spent is not known: " + unclear.why());
        }
    }

    /** Where Redis does not take it, the ledger has it and tells Redis; the run is not held up by that. */
    private void settle(PlanRequest request, String call, List<Counter> all, Charge actual) {
        try {
            Settled settled = counters.settle(call, all, actual);
            settled.crossings().forEach(crossing -> news.crossed(request, crossing, clock.instant()));
        } catch (RedisException e) {
            log.warn("run {}: {} could not be settled: {}", request.getRunId(), call, e.toString());
        }
    }
}
