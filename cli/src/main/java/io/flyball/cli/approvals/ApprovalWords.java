package io.flyball.cli.approvals;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.output.Json;
import io.flyball.cli.runs.Figures;
import io.flyball.cli.terminal.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A held action in words: what a person must have seen before they answer. */
final class ApprovalWords {
    private static final int WIDTH = 14;

    private ApprovalWords() {}

    /** One fact a line; what nobody said is left out. */
    static List<String> lines(JsonNode approval, Instant now) {
        List<String> lines = new ArrayList<>();
        add(lines, "Action", text(approval, "command"));
        add(lines, "Risk", text(approval, "risk") + ", " + text(approval, "effect"));
        add(lines, "Where", text(approval, "environment") + ", " + text(approval, "target", "no target said"));
        add(lines, "Reaches", text(approval, "blastRadius"));
        add(lines, "Agent", text(approval, "agent") + ", for " + text(approval, "alert", text(approval, "goal")));
        add(lines, "Why", text(approval, "reasoning"));
        add(lines, "Held because", text(approval, "policyReason"));
        add(lines, "Undone by", text(approval, "rollback"));
        add(lines, "Would do", text(approval, "dryRunOutput"));
        add(lines, "Left", left(approval, now));
        add(lines, "Answer", answer(approval));
        add(lines, "Run", text(approval, "runId"));
        add(lines, "Id", text(approval, "id"));
        return lines;
    }

    private static void add(List<String> lines, String name, String value) {
        if (!value.isBlank()) {
            List<String> parts = Text.printable(value.strip()).lines().toList();
            for (int i = 0; i < parts.size(); i++) {
                lines.add(String.format(Locale.ROOT, "%-" + WIDTH + "s%s", i == 0 ? name : "", parts.get(i))
                        .stripTrailing());
            }
        }
    }

    /** How long it may still be answered; where it was, what became of it. */
    static String left(JsonNode approval, Instant now) {
        String state = text(approval, "state", "PENDING");
        if (!state.equals("PENDING")) {
            return state.toLowerCase(Locale.ROOT);
        }
        String left = Figures.between(now.toString(), text(approval, "expiresAt"));
        return left.startsWith("-") ? "expired" : left;
    }

    private static String answer(JsonNode approval) {
        JsonNode answer = approval.path("answer");
        return answer.isObject()
                ? text(answer, "answer") + " by " + text(answer, "by") + " (" + text(answer, "channel") + ") at "
                        + Figures.second(text(answer, "at")) + reason(Json.text(answer, "reason"))
                : "";
    }

    private static String reason(String reason) {
        return reason.isBlank() ? "" : ": " + reason;
    }
}
