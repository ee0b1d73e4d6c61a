package io.flyball.cli.demo;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.approvals.ApprovalDesk;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.runs.Figures;
import io.flyball.cli.runs.Run;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Puts held actions before the person, and passes the answers on. */
final class Question {
    private final Narrator narrator;
    private final ApprovalDesk desk;
    private final DemoSettings.Reply reply;
    private final Keyboard keyboard;
    private final Consumer<Moment> moments;
    private final Set<String> asked = new HashSet<>();
    private volatile Optional<JsonNode> open = Optional.empty();

    Question(
            Narrator narrator,
            ApprovalDesk desk,
            DemoSettings.Reply reply,
            Keyboard keyboard,
            Consumer<Moment> moments) {
        this.narrator = narrator;
        this.desk = desk;
        this.reply = reply;
        this.keyboard = keyboard;
        this.moments = moments;
    }

    /** Asks about what the run waits for, or closes the question if somebody else was first. */
    void look(Run run) {
        if (open.isPresent() && !isHeld(run, text(open.get(), "actionId"))) {
            narrator.answered("(answered elsewhere, or too late)");
            open = Optional.empty();
        }
        if (open.isEmpty()
                && run.actions().stream().anyMatch(action -> action.status().equals("HELD"))) {
            desk.pendingOf(run.id())
                    .filter(approval -> asked.add(text(approval, "id")))
                    .ifPresent(approval -> ask(run, approval));
        }
    }

    private static boolean isHeld(Run run, String actionId) {
        return run.actions().stream()
                .anyMatch(action ->
                        action.id().equals(actionId) && action.status().equals("HELD"));
    }

    private void ask(Run run, JsonNode approval) {
        narrator.gap();
        narrator.fact("target", text(approval, "target"));
        String reasoning = text(approval, "reasoning");
        if (run.steps().stream().noneMatch(step -> step.reasoning().equals(reasoning))) {
            narrator.fact("reasoning", reasoning);
        }
        narrator.fact("undo", text(approval, "rollback"));
        narrator.fact("reaches", text(approval, "blastRadius"));
        narrator.fact("expires", Figures.second(text(approval, "expiresAt")));
        narrator.ask("Approve? [y/N]");
        switch (reply) {
            case ASK -> {
                open = Optional.of(approval);
                keyboard.readLine(line -> moments.accept(new Moment.Typed(line)));
            }
            case APPROVE -> answer(approval, true, "y   (--yes)");
            case DENY -> answer(approval, false, "n   (--deny)");
        }
    }

    /** What the person typed; anything but a yes is a no. */
    void typed(String line) {
        Optional<JsonNode> answered = open;
        open = Optional.empty();
        answered.ifPresent(approval -> answer(approval, line.strip().matches("(?i)y|yes"), ""));
    }

    /** Denies what is still open: nobody shall approve what the demo has cleaned away. */
    void withdraw() {
        open.ifPresent(approval -> desk.deny(approval, "the demo was broken off"));
        open = Optional.empty();
    }

    private void answer(JsonNode approval, boolean yes, String echo) {
        if (!echo.isEmpty()) {
            narrator.answered(echo);
        }
        try {
            JsonNode _ =
                    yes ? desk.approve(approval, "approved in the demo") : desk.deny(approval, "denied in the demo");
        } catch (CommandFailed e) {
            if (e.exitCode() != ExitCode.REFUSED) {
                throw e;
            }
            narrator.bad(e.explain());
        }
    }
}
