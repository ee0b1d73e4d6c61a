package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.run.Activity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run.
 *
 * @param group what its alerts have in common; absent when no alert opened it
 * @param intent what it is for, in words that the same wish would have; absent once it has ended
 * @param parentRunId the run that it does a step for; absent for a run of its own
 * @param listeners runs that wait for its result though another opened it
 * @param counts whether it takes one of the open places
 * @param turn number of its opening; 0 before
 * @param openedAt absent before
 * @param activity what it is at while it is open
 */
record KnownRun(
        String runId,
        String tenant,
        String agent,
        String environment,
        @Nullable String service,
        @Nullable String group,
        @Nullable String intent,
        @Nullable String parentRunId,
        List<String> listeners,
        @Nullable String causedByRun,
        int causalDepth,
        boolean counts,
        long turn,
        @Nullable Instant openedAt,
        Activity activity,
        AdmissionStanding standing)
        implements Fact {

    /** Records of older versions say nothing of what it is at. */
    @SuppressWarnings("ConstantValue")
    public KnownRun {
        listeners = List.copyOf(listeners);
        activity = Objects.requireNonNullElse(activity, Activity.WORKING);
    }

    @Override
    public String key() {
        return "run/" + runId;
    }

    boolean live() {
        return !(standing instanceof AdmissionStanding.Closed);
    }

    /** Whether it has ended, but not before that time. */
    boolean closedSince(Instant time) {
        return standing instanceof AdmissionStanding.Closed closed
                && closed.at().isAfter(time);
    }

    /** Whether it takes one of the places of its service and of all. */
    boolean takesAnyPlace() {
        return activity == Activity.WORKING;
    }

    /** Whether it waits for people and takes no place at all. */
    boolean takesNoPlace() {
        return activity == Activity.WAITING;
    }

    /** When it counts against its agent's hour: set off by a run, from its opening; having changed something, from its end. */
    Optional<Instant> countedInHour() {
        if (openedAt != null && causedByRun != null && counts) {
            return Optional.of(openedAt);
        }
        return standing instanceof AdmissionStanding.Closed closed && openedAt != null && closed.mayHaveChanged()
                ? Optional.of(closed.at())
                : Optional.empty();
    }

    KnownRun opened(long atTurn, boolean counted, Instant at) {
        return with(group, intent, listeners, counted, atTurn, at, Activity.WORKING, new AdmissionStanding.Open());
    }

    /** It takes no place, and nobody else's work is to be found in it. */
    KnownRun refused(long atTurn, Instant at) {
        return with(null, null, listeners, false, atTurn, at, Activity.WORKING, new AdmissionStanding.Open());
    }

    KnownRun closed(boolean resolved, boolean changed, Instant at) {
        var end = new AdmissionStanding.Closed(resolved, changed, at);
        return with(group, null, listeners, counts, turn, openedAt, activity, end);
    }

    KnownRun heardBy(List<String> all) {
        return with(group, intent, all, counts, turn, openedAt, activity, standing);
    }

    KnownRun at(Activity now) {
        return with(group, intent, listeners, counts, turn, openedAt, now, standing);
    }

    private KnownRun with(
            @Nullable String inGroup,
            @Nullable String withIntent,
            List<String> heardBy,
            boolean counted,
            long atTurn,
            @Nullable Instant opened,
            Activity now,
            AdmissionStanding stands) {
        return new KnownRun(
                runId,
                tenant,
                agent,
                environment,
                service,
                inGroup,
                withIntent,
                parentRunId,
                heardBy,
                causedByRun,
                causalDepth,
                counted,
                atTurn,
                opened,
                now,
                stands);
    }
}
