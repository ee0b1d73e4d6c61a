package io.flyball.notifier.message;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A budget event as a message. */
public final class BudgetNotice {
    private static final Set<String> FACTS =
            Set.of("budget", "happened", "percent", "used", "limit", "resetsAt", "agent", "run");
    private static final int SERIOUS_PERCENT = 80;

    private final Template template;

    private BudgetNotice(Template template) {
        this.template = template;
    }

    public static BudgetNotice load(Path file) {
        return new BudgetNotice(Template.load(file, FACTS));
    }

    public Message message(BudgetChanged event) {
        Template.Filled words = template.fill(facts(event));
        return new Message(
                event.id(),
                event.tenant(),
                event.budgetId(),
                event.runId(),
                Kind.BUDGET,
                severity(event),
                null,
                event.agent(),
                words.title(),
                words.body(),
                Map.of("budget", event.budgetId()),
                Map.of(),
                List.of(),
                event.id(),
                event.at(),
                null);
    }

    private static Map<String, String> facts(BudgetChanged event) {
        return Map.of(
                "budget", Visible.line(event.budgetId()),
                "happened", happened(event),
                "percent", Integer.toString(event.thresholdPercent()),
                "used", amount(event.used(), event.unit()),
                "limit", amount(event.limit(), event.unit()),
                "resetsAt",
                        event.resetsAt() == null ? "never" : event.resetsAt().toString(),
                "agent", event.agent() == null ? "none in particular" : event.agent(),
                "run", event.runId() == null ? "not known" : event.runId());
    }

    private static String happened(BudgetChanged event) {
        return switch (event.change()) {
            case THRESHOLD_CROSSED -> "has reached " + event.thresholdPercent() + " %";
            case EXCEEDED -> "is exceeded";
            case RESET -> "begins anew";
        };
    }

    private static String severity(BudgetChanged event) {
        return switch (event.change()) {
            case EXCEEDED -> "critical";
            case THRESHOLD_CROSSED -> event.thresholdPercent() >= SERIOUS_PERCENT ? "warning" : "info";
            case RESET -> "info";
        };
    }

    private static String amount(long number, String unit) {
        return unit.equals("micro-dollars") ? Dollars.of(number) : "%,d %s".formatted(number, unit);
    }
}
