package io.flyball.notifier.message;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An approval request as a message: the exact command, the risk, and how to answer. */
public final class ApprovalNotice {
    private static final Set<String> FACTS = Set.of(
            "approval",
            "run",
            "agent",
            "environment",
            "goal",
            "tool",
            "command",
            "commandLine",
            "target",
            "effect",
            "risk",
            "reasoning",
            "policyReason",
            "blastRadius",
            "rollback",
            "dryRun",
            "cost",
            "requestedAt",
            "expiresAt",
            "approve",
            "deny",
            "console");

    private final Template template;
    private final String console;

    private ApprovalNotice(Template template, String console) {
        this.template = template;
        this.console = console;
    }

    /**
     * The wording in that file.
     *
     * @param console the console's root, without a slash at the end
     */
    public static ApprovalNotice load(Path file, String console) {
        return new ApprovalNotice(Template.load(file, FACTS), console);
    }

    public Message message(ApprovalAsked asked) {
        Template.Filled words = template.fill(facts(asked));
        // The governor tells of the same request under this key; people shall see it once.
        String key = asked.id() + ":asked";
        return new Message(
                key + ":request",
                asked.tenant(),
                asked.runId(),
                asked.runId(),
                Kind.APPROVAL_NEEDED,
                severity(asked.risk()),
                asked.environment(),
                asked.agent(),
                words.title(),
                words.body(),
                Map.of(
                        "risk", asked.risk(),
                        "environment", asked.environment(),
                        "approval", asked.id(),
                        "expires", seconds(asked.expiresAt())),
                Map.of("console", link(asked)),
                List.of(),
                key,
                asked.requestedAt(),
                asked.expiresAt());
    }

    private Map<String, String> facts(ApprovalAsked asked) {
        Map<String, String> facts = new HashMap<>();
        facts.put("approval", asked.id());
        facts.put("run", asked.runId());
        facts.put("agent", asked.agent());
        facts.put("environment", asked.environment());
        facts.put("goal", Visible.line(asked.goal()));
        facts.put("tool", asked.tool());
        facts.put("command", block(asked.command()));
        facts.put("commandLine", shorten(Visible.line(asked.command())));
        facts.put("target", Visible.line(orElse(asked.target(), "not named")));
        facts.put("effect", asked.effect());
        facts.put("risk", asked.risk());
        facts.put("reasoning", quote(asked.reasoning()));
        facts.put("policyReason", Visible.line(asked.policyReason()));
        facts.put("blastRadius", Visible.line(orElse(asked.blastRadius(), "not known")));
        facts.put("rollback", Visible.line(orElse(asked.rollback(), "it cannot be undone")));
        facts.put("dryRun", asked.dryRunOutput() == null ? "    no dry run" : block(asked.dryRunOutput()));
        facts.put("cost", Dollars.of(asked.costSoFarMicros()));
        facts.put("requestedAt", seconds(asked.requestedAt()));
        facts.put("expiresAt", seconds(asked.expiresAt()));
        facts.put("approve", "flyball approvals approve " + asked.id());
        facts.put("deny", "flyball approvals deny " + asked.id() + " --reason \"...\"");
        facts.put("console", link(asked));
        return facts;
    }

    private String link(ApprovalAsked asked) {
        return console + "/#/runs/" + asked.runId();
    }

    private static String severity(String risk) {
        return risk.equals("HIGH") || risk.equals("CRITICAL") ? "critical" : "warning";
    }

    /** An indented block has no end that its own text could write. */
    private static String block(String text) {
        return "    " + Visible.lines(text).replace("\n", "\n    ");
    }

    /** What a model says is quoted, so that it stays its word. */
    private static String quote(String text) {
        return "> " + Visible.lines(text).strip().replace("\n", "\n> ");
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }

    private static String shorten(String text) {
        int most = 100;
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 3)) + "...";
    }
}
