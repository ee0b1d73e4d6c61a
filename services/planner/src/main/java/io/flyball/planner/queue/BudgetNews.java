package io.flyball.planner.queue;

import io.flyball.contract.BudgetEvent;
import io.flyball.contract.BudgetEventKind;
import io.flyball.contract.PlanRequest;
import io.flyball.platform.publish.Publisher;
import io.flyball.schemas.Topics;
import io.flyball.spending.Counter;
import io.flyball.spending.HoldAnswer;
import io.flyball.spending.Settled.Crossing;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people what became of budgets. An event that is lost holds no run up: the refusal itself names the budget. */
public final class BudgetNews {
    private static final Logger log = LoggerFactory.getLogger(BudgetNews.class);
    private static final int FULL = 100;

    private final Publisher publisher;

    public BudgetNews(Publisher publisher) {
        this.publisher = publisher;
    }

    void crossed(PlanRequest request, Crossing crossing, Instant at) {
        send(
                event(request, crossing.counter(), at)
                        .setKind(BudgetEventKind.THRESHOLD_CROSSED)
                        .setThresholdPercent(crossing.percent())
                        .setUsed(crossing.used())
                        .setLimit(crossing.limit()),
                Integer.toString(crossing.percent()));
    }

    void exceeded(PlanRequest request, HoldAnswer.Refused refused, Instant at) {
        send(
                event(request, refused.counter(), at)
                        .setKind(BudgetEventKind.EXCEEDED)
                        .setThresholdPercent(FULL)
                        .setUsed(refused.used())
                        .setLimit(refused.limit()),
                "refused");
    }

    private static BudgetEvent.Builder event(PlanRequest request, Counter counter, Instant at) {
        return BudgetEvent.newBuilder()
                .setId(counter.id())
                .setBudgetId(counter.budget())
                .setTenant(request.getTenant())
                .setUnit(counter.unit().label())
                .setResetsAt(counter.resetsAt())
                .setRunId(request.getRunId())
                .setPrincipal(counter.budget().startsWith("principal:") ? request.getPrincipal() : null)
                .setAgent(counter.budget().startsWith("agent:") ? request.getAgent() : null)
                .setAt(at);
    }

    private void send(BudgetEvent.Builder event, String suffix) {
        BudgetEvent record = event.setId(event.getId() + ":" + suffix).build();
        publisher.send(Topics.BUDGET_EVENTS, record.getBudgetId(), record).exceptionally(failure -> {
            log.warn("{} was not told: {}", record.getId(), failure.toString());
            return null;
        });
    }
}
