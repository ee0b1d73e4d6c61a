package io.flyball.notifier;

import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.BudgetEvent;
import io.flyball.contract.BudgetEventKind;
import io.flyball.contract.Effect;
import io.flyball.contract.Notification;
import io.flyball.contract.NotificationKind;
import io.flyball.contract.Risk;
import java.time.Instant;

/** Records for tests. */
public final class Records {
    private Records() {}

    public static Notification.Builder notification(String id, NotificationKind kind, Instant at) {
        return Notification.newBuilder()
                .setId(id)
                .setTenant("default")
                .setSubject("run-1")
                .setRunId("run-1")
                .setKind(kind)
                .setSeverity("info")
                .setEnvironment("production")
                .setAgent("service-restorer")
                .setTitle("title of " + id)
                .setBody("body of " + id)
                .setDedupKey(id)
                .setAt(at);
    }

    public static ApprovalRequest.Builder approval(String id, Instant at) {
        return ApprovalRequest.newBuilder()
                .setId(id)
                .setRunId("run-1")
                .setActionId(id)
                .setTenant("default")
                .setPrincipal("ann")
                .setAgent("service-restorer")
                .setEnvironment("production")
                .setGoal("Bring shop back")
                .setTool("run_command")
                .setArgumentsJson("{\"argv\":[\"deployctl\",\"rollback\",\"shop\"]}")
                .setCommand("deployctl rollback shop")
                .setEffect(Effect.CHANGE)
                .setRisk(Risk.HIGH)
                .setReasoning("The new release answers 503.")
                .setPolicyReason("Changes in production are asked.")
                .setActionHash("h")
                .setRequestedAt(at)
                .setExpiresAt(at.plusSeconds(900));
    }

    public static BudgetEvent.Builder budget(String id, Instant at) {
        return BudgetEvent.newBuilder()
                .setId(id)
                .setBudgetId("principal:ann:day")
                .setTenant("default")
                .setKind(BudgetEventKind.EXCEEDED)
                .setUnit("micro-dollars")
                .setThresholdPercent(100)
                .setUsed(50_000_000)
                .setLimit(50_000_000)
                .setAt(at);
    }
}
