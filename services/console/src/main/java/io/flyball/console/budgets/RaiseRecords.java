package io.flyball.console.budgets;

import io.flyball.console.readmodel.RunView;
import io.flyball.contract.AuditFact;
import io.flyball.contract.AuditKind;
import io.flyball.contract.BudgetRaise;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.spending.Counter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Raises as records: here Avro ends. */
final class RaiseRecords {
    private static final JsonMapper JSON = new JsonMapper();

    private RaiseRecords() {}

    static BudgetRaise raise(String id, Counter counter, RaiseOrder order, Instant at) {
        return BudgetRaise.newBuilder()
                .setId(id)
                .setBudgetId(counter.budget())
                .setTenant(counter.tenant())
                .setPeriod(counter.period())
                .setUnit(counter.unit().label())
                .setBefore(counter.limit())
                .setLimit(order.to())
                .setResetsAt(counter.resetsAt())
                .setReason(order.reason())
                .setBy(order.by())
                .setChannel(order.channel())
                .setAt(at)
                .build();
    }

    static AuditFact fact(BudgetRaise raise, long limitBefore) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("order", "RAISE_BUDGET");
        detail.put("budget", raise.getBudgetId());
        detail.put("period", raise.getPeriod());
        detail.put("unit", raise.getUnit());
        detail.put("from", limitBefore);
        detail.put("to", raise.getLimit());
        detail.put("reason", raise.getReason());
        detail.put("channel", raise.getChannel());
        return AuditFact.newBuilder()
                .setId(raise.getId() + ":raised")
                .setTenant(raise.getTenant())
                .setService("console")
                .setKind(AuditKind.OVERRIDE)
                .setActor(raise.getBy())
                .setTarget("budget:" + raise.getBudgetId())
                .setDetailJson(JSON.writeValueAsString(detail))
                .setAt(raise.getAt())
                .build();
    }

    /** Lets a run go on that waits for that budget. */
    static ControlCommand resume(String id, RunView run, BudgetRaise raise) {
        return ControlCommand.newBuilder()
                .setId(id)
                .setTarget(run.id())
                .setKind(ControlKind.RESUME)
                .setTenant(run.asked().tenant())
                .setReason("budget " + raise.getBudgetId() + " was raised to " + raise.getLimit() + " "
                        + raise.getUnit() + ": " + raise.getReason())
                .setBy(raise.getBy())
                .setChannel(raise.getChannel())
                .setAt(raise.getAt())
                .build();
    }
}
