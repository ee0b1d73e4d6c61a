package io.flyball.governor.topology;

import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The body of a message about an action, in Markdown. What the planner says is quoted, so that it stays its word. */
final class NoticeText {
    private static final double MICROS = 1_000_000;

    private NoticeText() {}

    static String body(Proposal proposal, Judgement judgement) {
        List<String> lines = new ArrayList<>();
        lines.add("    " + judgement.nature().command());
        lines.add("");
        lines.add("Why the agent %s wants it:".formatted(proposal.run().agent()));
        lines.add(quoted(proposal.reasoning()));
        lines.add("");
        lines.add("- risk: %s, %s, %s"
                .formatted(
                        judgement.nature().risk(),
                        judgement.nature().effect(),
                        judgement.nature().reversible() ? "can be undone" : "cannot be undone"));
        lines.add("- policy: %s (%s)".formatted(judgement.reason(), judgement.rule()));
        lines.add("- goal: " + flat(proposal.run().goal()));
        if (proposal.rollback() != null) {
            lines.add("- to undo it: " + flat(proposal.rollback()));
        }
        judgement.flags().forEach(flag -> lines.add("- note: " + flat(flag)));
        lines.add("- cost so far: " + dollars(proposal.run().costSoFarMicros()));
        return String.join("\n", lines);
    }

    static String howToAnswer(Proposal proposal, long seconds) {
        String id = proposal.actionId();
        return "Answer within %d s, else it counts as denied: `flyball approvals approve %s` or `flyball approvals deny %s --reason ...`"
                .formatted(seconds, id, id);
    }

    private static String quoted(String text) {
        return "> " + text.strip().replace("\n", "\n> ");
    }

    private static String flat(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String dollars(long micros) {
        return String.format(Locale.ROOT, "$%.4f", micros / MICROS);
    }
}
