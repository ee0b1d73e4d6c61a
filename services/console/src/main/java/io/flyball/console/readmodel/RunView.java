package io.flyball.console.readmodel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run as people see it. */
public record RunView(
        @JsonUnwrapped Asked asked,
        @JsonUnwrapped Standing standing,
        @JsonUnwrapped Ending ending,
        @JsonUnwrapped Spent spent,
        List<StepView> steps,
        List<ActionView> actions,
        List<VerificationView> verification,
        List<NoteView> notes) {

    /** What the run is for. */
    public record Asked(
            String id,
            String agent,
            String tenant,
            String goal,
            String principal,
            String environment,
            boolean dryRun,
            Map<String, String> inputs,
            @Nullable AlertView alert,
            int alertsJoined,
            Instant openedAt,
            String traceId,
            @Nullable String parentRunId,
            @Nullable String causedByRun) {}

    /**
     * Where it stands.
     *
     * @param holdReason why it is held or paused; null unless it is
     * @param question what it asks a person; null unless it waits for the answer
     * @param waitsForBudget the budget that has no room for its next step; null unless it waits for that
     * @param queue what it waits for before it opens; null unless it does
     */
    public record Standing(
            String status,
            int step,
            @Nullable String holdReason,
            @Nullable String question,
            @Nullable String waitsForBudget,
            @Nullable QueueView queue,
            @JsonIgnore long sequence) {}

    /**
     * Why a run has not opened yet.
     *
     * @param position runs before it when it was queued
     * @param behind ids of runs that held the places it waits for, ten at most
     * @param until what must happen, or until when it waits at the latest; null if an older version queued it
     */
    public record QueueView(
            String reason,
            int position,
            Instant since,
            List<String> behind,
            @Nullable String until) {}

    /**
     * How it ended; all null while it is open.
     *
     * @param effective whether its alert has stayed away since; null unless the run ended as resolved
     */
    public record Ending(
            @Nullable String outcome,
            @Nullable String summary,
            @Nullable String rootCause,
            @Nullable String reason,
            @Nullable HandOver handOver,
            @Nullable Boolean effective,
            @Nullable Instant closedAt) {
        static final Ending OPEN = new Ending(null, null, null, null, null, null, null);
    }

    /** What a person needs to go on. */
    public record HandOver(String reason, String known, List<String> nextSteps) {}

    /** What its model calls have used. */
    public record Spent(CostView cost, Tokens tokens, int llmCalls) {
        static final Spent NOTHING = new Spent(CostView.ofMicros(0), new Tokens(0, 0, 0, 0), 0);
    }

    /** Tokens. */
    public record Tokens(long input, long output, long cacheRead, long cacheWrite) {}

    @JsonIgnore
    public String id() {
        return asked.id();
    }

    @JsonIgnore
    public boolean isOpen() {
        return ending.outcome() == null;
    }

    /** The same without the texts that tools printed, for lists. */
    public RunView withoutOutputs() {
        return withActions(actions.stream().map(ActionView::withoutOutput).toList());
    }

    /** The head alone. */
    public RunSummary summary() {
        return new RunSummary(asked, standing, ending, spent);
    }

    RunView with(Asked newer) {
        return new RunView(newer, standing, ending, spent, steps, actions, verification, notes);
    }

    RunView with(Standing newer) {
        return new RunView(asked, newer, ending, spent, steps, actions, verification, notes);
    }

    RunView with(Ending newer) {
        return new RunView(asked, standing, newer, spent, steps, actions, verification, notes);
    }

    RunView with(Spent newer) {
        return new RunView(asked, standing, ending, newer, steps, actions, verification, notes);
    }

    RunView withSteps(List<StepView> newer) {
        return new RunView(asked, standing, ending, spent, newer, actions, verification, notes);
    }

    RunView withActions(List<ActionView> newer) {
        return new RunView(asked, standing, ending, spent, steps, newer, verification, notes);
    }

    RunView withVerification(List<VerificationView> newer) {
        return new RunView(asked, standing, ending, spent, steps, actions, newer, notes);
    }

    RunView withNotes(List<NoteView> newer) {
        return new RunView(asked, standing, ending, spent, steps, actions, verification, newer);
    }
}
