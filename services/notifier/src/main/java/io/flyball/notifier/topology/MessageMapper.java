package io.flyball.notifier.topology;

import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.BudgetEvent;
import io.flyball.contract.Notification;
import io.flyball.notifier.message.Message;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records as messages for people; here Avro ends. */
final class MessageMapper {
    private final @Nullable URI console;

    MessageMapper(@Nullable URI console) {
        this.console = console;
    }

    Message message(SpecificRecord record) {
        return switch (record) {
            case Notification n -> notification(n);
            case ApprovalRequest r -> approval(r);
            case BudgetEvent e -> budget(e);
            default -> throw new IllegalArgumentException("nobody is told of " + record.getSchema().getName());
        };
    }

    private static Message notification(Notification n) {
        return new Message(
                n.getId(),
                n.getTenant(),
                n.getSubject(),
                n.getKind().name(),
                n.getSeverity(),
                n.getEnvironment(),
                n.getAgent(),
                n.getTitle(),
                n.getBody(),
                n.getFields(),
                n.getLinks(),
                n.getChannels(),
                n.getDedupKey(),
                n.getAt().toString());
    }

    private Message approval(ApprovalRequest r) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("command", r.getCommand());
        fields.put("risk", r.getRisk().name());
        fields.put("why held", r.getPolicyReason());
        fields.put("expires", r.getExpiresAt().toString());
        fields.put("approve", "./flyball approvals approve " + r.getId());
        fields.put("deny", "./flyball approvals deny " + r.getId() + " --reason \"...\"");
        if (r.getRollback() != null) {
            fields.put("undo", r.getRollback());
        }
        return new Message(
                r.getId(),
                r.getTenant(),
                r.getRunId(),
                "APPROVAL_NEEDED",
                "critical",
                r.getEnvironment(),
                r.getAgent(),
                r.getAgent() + " asks for approval: " + r.getCommand(),
                r.getReasoning(),
                fields,
                console == null ? Map.of() : Map.of("console", console + "/#run=" + r.getRunId()),
                List.of(),
                r.getId() + ":asked",
                r.getRequestedAt().toString());
    }

    private static Message budget(BudgetEvent e) {
        String body = "%d of %d %s used (%d %%)".formatted(e.getUsed(), e.getLimit(), e.getUnit(), e.getThresholdPercent());
        return new Message(
                e.getId(),
                e.getTenant(),
                e.getBudgetId(),
                "BUDGET",
                e.getThresholdPercent() >= 100 ? "critical" : "warning",
                null,
                e.getAgent(),
                "Budget " + e.getBudgetId() + ": " + e.getKind(),
                body,
                Map.of(),
                Map.of(),
                List.of(),
                e.getId(),
                e.getAt().toString());
    }
}
