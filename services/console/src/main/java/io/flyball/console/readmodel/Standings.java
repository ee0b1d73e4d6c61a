package io.flyball.console.readmodel;

import io.flyball.contract.QuestionAsked;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunHeld;
import io.flyball.contract.RunPaused;
import io.flyball.contract.RunQueued;
import io.flyball.contract.RunStatus;
import org.jspecify.annotations.Nullable;

/** Where a run stands after an event: what it waits for is kept as long as the status says that it does. */
final class Standings {
    private Standings() {}

    static RunView.Standing after(RunView.Standing before, RunEvent event) {
        RunStatus status = event.getStatus();
        boolean waits = status == RunStatus.HELD || status == RunStatus.PAUSED;
        return new RunView.Standing(
                status.name(),
                event.getStep(),
                waits ? reason(before, event) : null,
                status == RunStatus.AWAITING_ANSWER ? question(before, event) : null,
                status == RunStatus.PAUSED ? budget(before, event) : null,
                status == RunStatus.QUEUED ? queue(before, event) : null,
                event.getSequence());
    }

    private static @Nullable String reason(RunView.Standing before, RunEvent event) {
        return switch (event.getWhat()) {
            case RunHeld it -> it.getReason();
            case RunPaused it -> Notes.text(it).orElseThrow();
            default -> before.holdReason();
        };
    }

    private static @Nullable String budget(RunView.Standing before, RunEvent event) {
        return event.getWhat() instanceof RunPaused it ? it.getBudget() : before.waitsForBudget();
    }

    private static @Nullable String question(RunView.Standing before, RunEvent event) {
        return event.getWhat() instanceof QuestionAsked it ? it.getQuestion() : before.question();
    }

    private static RunView.@Nullable QueueView queue(RunView.Standing before, RunEvent event) {
        return event.getWhat() instanceof RunQueued it
                ? new RunView.QueueView(
                        it.getReason(),
                        it.getPosition(),
                        it.getSince() == null ? event.getAt() : it.getSince(),
                        it.getBehind(),
                        it.getUntil())
                : before.queue();
    }
}
