package io.flyball.cli.runs;

import static io.flyball.cli.runs.StoryLine.line;

import io.flyball.cli.runs.Run.Note;
import io.flyball.cli.runs.Run.Step;
import io.flyball.cli.runs.Run.Verification;
import io.flyball.cli.terminal.Tone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells a run as it goes on: each time what was not told before. It works from whole runs, not from single events, so
 * that nothing is lost or told twice when a connection breaks.
 */
public final class RunStory {
    private final Set<String> told = new HashSet<>();
    private final List<StoryLine> fresh = new ArrayList<>();

    /** What is new since the last time. */
    public List<StoryLine> tell(Run run) {
        fresh.clear();
        once("opened", opening(run));
        moments(run);
        held(run);
        if (run.ended()) {
            once("ended", Ending.of(run));
        }
        return List.copyOf(fresh);
    }

    private static List<StoryLine> opening(Run run) {
        String alert =
                run.alert().name().isEmpty() ? "" : "  for alert " + run.alert().name();
        return List.of(line(0, "●", Tone.TITLE, "run " + run.id() + "  agent " + run.agent() + alert));
    }

    /** Steps and what happened beside them, in order. */
    private void moments(Run run) {
        List<Note> notes = run.notes();
        int heard = 0;
        for (Step step : run.steps()) {
            while (heard < notes.size() && notes.get(heard).at().compareTo(step.at()) < 0) {
                note(notes.get(heard));
                heard++;
            }
            step(run, step);
        }
        notes.subList(heard, notes.size()).forEach(this::note);
    }

    private void note(Note note) {
        once("note " + note.sequence(), List.of(line(2, "·", NoteTones.of(note.kind()), note.text())));
    }

    private void step(Run run, Step step) {
        List<Action> actions = run.actions().stream()
                .filter(action -> action.step() == step.number())
                .toList();
        once("step " + step.decisionId() + step.refusal(), StepLines.of(step));
        actions.forEach(action -> once(action.id() + " proposed", ActionLines.proposed(action)));
        actions.forEach(this::governed);
        actions.stream()
                .filter(Action::finished)
                .forEach(action -> once(action.id() + " " + action.status(), ActionLines.finished(action)));
        run.verification().stream()
                .filter(verification -> actions.stream().anyMatch(a -> a.id().equals(verification.actionId())))
                .forEach(this::verified);
    }

    private void governed(Action action) {
        switch (action.verdict()) {
            case "HOLD_FOR_APPROVAL" -> once(action.id() + " held", ActionLines.held(action));
            case "DENY" -> once(action.id() + " denied", ActionLines.denied(action));
            case "ALLOW", "ALLOW_AND_NOTIFY" -> once(action.id() + " allowed", ActionLines.allowed(action));
            // No verdict yet.
            default -> {}
        }
    }

    private void verified(Verification verification) {
        String key = String.join(" ", verification.target(), verification.state(), verification.actionId());
        once(key, List.of(ActionLines.verification(verification)));
    }

    /** A run may be held more than once, so that its release makes the next hold news again. */
    private void held(Run run) {
        String key = "held " + run.holdReason();
        // A pause is a note of its own.
        if (run.status().equals("HELD")) {
            once(key, List.of(line(2, "‖", Tone.WAITING, "held: " + run.holdReason())));
            told.remove("released");
        } else if (told.removeIf(fact -> fact.startsWith("held "))) {
            once("released", List.of(line(2, "▸", Tone.PLAIN, "goes on")));
        }
    }

    private void once(String fact, List<StoryLine> lines) {
        if (told.add(fact)) {
            fresh.addAll(lines);
        }
    }
}
