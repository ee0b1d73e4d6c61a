package io.flyball.notifier.topology;

import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.BudgetEvent;
import io.flyball.contract.Notification;
import io.flyball.notifier.message.ApprovalAsked;
import io.flyball.notifier.message.ApprovalNotice;
import io.flyball.notifier.message.BudgetChanged;
import io.flyball.notifier.message.BudgetNotice;
import io.flyball.notifier.message.Kind;
import io.flyball.notifier.message.Message;
import io.flyball.notifier.message.Visible;
import io.flyball.secrets.SecretFilter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** Where Avro ends: everything that comes in becomes a message. */
final class MessageMapper {
    private final ApprovalNotice approvals;
    private final BudgetNotice budgets;
    private final WithoutSecrets secrets;

    MessageMapper(ApprovalNotice approvals, BudgetNotice budgets, SecretFilter filter) {
        this.approvals = approvals;
        this.budgets = budgets;
        this.secrets = new WithoutSecrets(filter);
    }

    /** The message; empty if the record is of no kind that people are told of. */
    Optional<Message> message(SpecificRecord record) {
        return told(record).map(secrets::of);
    }

    private Optional<Message> told(SpecificRecord record) {
        return switch (record) {
            case Notification n -> Optional.of(message(n));
            case ApprovalRequest r -> Optional.of(approvals.message(asked(r)));
            case BudgetEvent e -> Optional.of(budgets.message(changed(e)));
            default -> Optional.empty();
        };
    }

    private static Message message(Notification n) {
        return new Message(
                n.getId(),
                n.getTenant(),
                n.getSubject(),
                n.getRunId(),
                kind(n),
                n.getSeverity(),
                n.getEnvironment(),
                n.getAgent(),
                Visible.line(n.getTitle()),
                Visible.lines(n.getBody()),
                visible(n.getFields()),
                n.getLinks(),
                n.getChannels(),
                n.getDedupKey(),
                n.getAt(),
                null);
    }

    private static Kind kind(Notification n) {
        return switch (n.getKind()) {
            case BRIEFING -> Kind.BRIEFING;
            case PROGRESS -> Kind.PROGRESS;
            case APPROVAL_NEEDED -> Kind.APPROVAL_NEEDED;
            case CLOSING -> Kind.CLOSING;
            case ESCALATION -> Kind.ESCALATION;
            case STOP -> Kind.STOP;
            case RELEASE -> Kind.RELEASE;
            case BUDGET -> Kind.BUDGET;
            case BREAKER -> Kind.BREAKER;
        };
    }

    private static Map<String, String> visible(Map<String, String> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(
                        field -> Visible.line(field.getKey()), field -> Visible.line(field.getValue()), (a, _) -> a));
    }

    private static ApprovalAsked asked(ApprovalRequest r) {
        return new ApprovalAsked(
                r.getId(),
                r.getRunId(),
                r.getTenant(),
                r.getAgent(),
                r.getEnvironment(),
                r.getGoal(),
                r.getTool(),
                r.getCommand(),
                r.getTarget(),
                r.getEffect().name(),
                r.getRisk().name(),
                r.getReasoning(),
                r.getPolicyReason(),
                r.getBlastRadius(),
                r.getRollback(),
                r.getDryRunOutput(),
                r.getCostSoFarMicros(),
                r.getRequestedAt(),
                r.getExpiresAt());
    }

    private static BudgetChanged changed(BudgetEvent e) {
        return new BudgetChanged(
                e.getId(),
                e.getBudgetId(),
                e.getTenant(),
                switch (e.getKind()) {
                    case THRESHOLD_CROSSED -> BudgetChanged.Change.THRESHOLD_CROSSED;
                    case EXCEEDED -> BudgetChanged.Change.EXCEEDED;
                    case RESET -> BudgetChanged.Change.RESET;
                },
                e.getUnit(),
                e.getThresholdPercent(),
                e.getUsed(),
                e.getLimit(),
                e.getResetsAt(),
                e.getRunId(),
                e.getAgent(),
                e.getAt());
    }
}
