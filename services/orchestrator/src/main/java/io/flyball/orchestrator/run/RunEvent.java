package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can happen to a run. Every event brings its time. */
public sealed interface RunEvent {
    Instant at();

    /** What an open run takes alike wherever it stands. */
    sealed interface Everywhere extends RunEvent {}

    /** What means something in some states only. */
    sealed interface Within extends RunEvent {}

    /**
     * Admission accepted the run, but its turn has not come.
     *
     * @param reason which cap is reached
     * @param position runs before it
     * @param place null in histories of older versions
     */
    record Queued(
            RunSpec spec,
            String reason,
            int position,
            @Nullable QueuePlace place,
            Instant at) implements Everywhere {}

    /** Admission opened the run. */
    record Opened(RunSpec spec, Instant at) implements Everywhere {}

    /**
     * An occurrence of an alert joined the run.
     *
     * @param description the alert's name and service, for people and planners
     * @param subject what it is about; nothing is known of it in histories of older versions
     * @param startsAt since when it has been firing, by its source's clock; null if the record does not say
     * @param leftOut how many more alerts its sender left out of the notification
     */
    record AlertJoined(
            String alertId,
            String fingerprint,
            String description,
            AlertSubject subject,
            boolean resolved,
            @Nullable Instant startsAt,
            int leftOut,
            Instant at)
            implements Everywhere {
        public AlertJoined {
            subject = Objects.requireNonNullElse(subject, AlertSubject.NONE);
        }

        /** What it tells of the alert. */
        Occurrence occurrence() {
            return new Occurrence(startsAt, resolved, leftOut);
        }
    }

    /** Something changed around the run, for example a deployment. */
    record Noted(String note, Instant at) implements Everywhere {}

    /**
     * Another run waits for this one's result: it would do the same work, or asks after its specialist.
     *
     * @param runId this run; empty in records of an older version
     */
    record ListenerJoined(String runId, Parent listener, Instant at) implements Everywhere {
        public ListenerJoined {
            runId = Objects.requireNonNullElse(runId, "");
        }
    }

    /**
     * The engine is there again, or its clock was set.
     *
     * @param since its last look before; null if this engine has never had the run
     */
    record EngineBack(@Nullable Instant since, Instant at) implements Everywhere {}

    /**
     * Nobody is there who could answer what the run waits for.
     *
     * @param since when somebody may have been there last
     */
    record NobodyThere(Answerer who, Instant since, Instant at) implements Everywhere {}

    /**
     * Somebody is there again, after the run was told that nobody was.
     *
     * @param since as it was told
     */
    record SomebodyBack(Answerer who, Instant since, Instant at) implements Everywhere {}

    /** A specialist has ended. */
    record ChildEnded(Finding finding, int attempt, Instant at) implements Within {}

    /** The planner answered. */
    record PlanArrived(Plan plan, Instant at) implements Within {}

    /** The governor answered. */
    record VerdictArrived(Verdict answer, Instant at) implements Within {}

    /** The executor started an action. */
    record ToolStarted(String actionId, String executor, Instant at) implements Within {}

    /** An action waits for a resource that another run holds. */
    record LockAwaited(String actionId, String holder, Instant at) implements Within {}

    /**
     * An action ended.
     *
     * @param dispatch which sending of the call it answers, from 1
     */
    record ToolEnded(String actionId, int dispatch, ToolResult report, Instant at) implements Within {}

    /** A person pauses the run, or takes it over. */
    record PauseOrdered(String by, String reason, boolean takeOver, Instant at) implements Within {}

    /**
     * A person lets the run go on.
     *
     * @param note what was done by hand and what to go on with; null unless it is handed back
     */
    record ResumeOrdered(String by, String reason, @Nullable String note, Instant at) implements Within {}

    /** A person answers the agent's question. */
    record AnswerGiven(String by, String answer, Instant at) implements Within {}

    /** A person cancels the run. */
    record CancelOrdered(String by, String reason, Instant at) implements Everywhere {}

    /** The emergency stop is on. */
    record StopEngaged(String reason, Instant at) implements Within {}

    /** Nothing is stopped any more. */
    record StopReleased(Instant at) implements Within {}

    /** Time has passed. */
    record TimePassed(Instant at) implements Within {}
}
