package io.flyball.planner.queue;

import io.flyball.contract.PlanRequest;
import io.flyball.planner.choice.Maker;
import io.flyball.planner.choice.Plan;
import io.flyball.planner.choice.Planners;
import io.flyball.planner.model.ModelCall;
import io.flyball.planner.plan.Situation;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.workqueue.Work;
import io.flyball.schemas.Topics;
import io.opentelemetry.api.trace.Span;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers one plan request. Done again for the same request it answers again, under the same id. */
public final class PlanWork implements Work<PlanRequest> {
    private static final Logger log = LoggerFactory.getLogger(PlanWork.class);
    private static final int ACKNOWLEDGED_WITHIN_SECONDS = 20;

    private final Planners planners;
    private final BudgetDesk budgets;
    private final Publisher publisher;
    private final Clock clock;

    public PlanWork(Planners planners, BudgetDesk budgets, Publisher publisher, Clock clock) {
        this.planners = planners;
        this.budgets = budgets;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public void perform(PlanRequest request) throws Exception {
        Situation situation = SituationMapper.situation(request);
        Plan plan = planners.plan(situation, budgets.account(request, call -> pay(request, call)));
        tell(request, plan);
        publisher
                .send(
                        Topics.PLAN_DECISIONS,
                        request.getRunId(),
                        DecisionMapper.decision(request, plan, clock.instant()))
                .get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
    }

    /** A call that nobody has counted must not lead to a decision. */
    private void pay(PlanRequest request, ModelCall call) {
        publisher
                .send(Topics.USAGE, request.getPrincipal(), UsageMapper.usage(request, call))
                .orTimeout(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static void tell(PlanRequest request, Plan plan) {
        Maker maker = plan.maker();
        String kind = plan.decision().getClass().getSimpleName();
        Span.current()
                .setAttribute("flyball.run.id", request.getRunId())
                .setAttribute("flyball.run.step", (long) request.getStep())
                .setAttribute("flyball.plan.decision", kind)
                .setAttribute("flyball.plan.decided_by", maker.runbook() == null ? maker.planner() : maker.runbook());
        log.info(
                "run {} step {}: {} by {} ({})",
                request.getRunId(),
                request.getStep(),
                kind,
                maker.planner(),
                maker.why());
    }
}
