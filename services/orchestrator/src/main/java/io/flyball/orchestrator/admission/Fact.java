package io.flyball.orchestrator.admission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that admission knows; facts with the same key replace one another. */
sealed interface Fact {
    /** What it is known under. */
    String key();

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
            AdmissionStanding standing)
            implements Fact {

        public KnownRun {
            listeners = List.copyOf(listeners);
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

        KnownRun opened(long atTurn, boolean counted, Instant at) {
            return new KnownRun(
                    runId,
                    tenant,
                    agent,
                    environment,
                    service,
                    group,
                    intent,
                    parentRunId,
                    listeners,
                    causedByRun,
                    causalDepth,
                    counted,
                    atTurn,
                    at,
                    new AdmissionStanding.Open());
        }

        /** It takes no place, and nobody else's work is to be found in it. */
        KnownRun refused(long atTurn, Instant at) {
            return new KnownRun(
                    runId,
                    tenant,
                    agent,
                    environment,
                    service,
                    null,
                    null,
                    parentRunId,
                    listeners,
                    causedByRun,
                    causalDepth,
                    false,
                    atTurn,
                    at,
                    new AdmissionStanding.Open());
        }

        KnownRun closed(boolean resolved, Instant at) {
            return new KnownRun(
                    runId,
                    tenant,
                    agent,
                    environment,
                    service,
                    group,
                    null,
                    parentRunId,
                    listeners,
                    causedByRun,
                    causalDepth,
                    counts,
                    turn,
                    openedAt,
                    new AdmissionStanding.Closed(resolved, at));
        }

        KnownRun heardBy(List<String> all) {
            return new KnownRun(
                    runId,
                    tenant,
                    agent,
                    environment,
                    service,
                    group,
                    intent,
                    parentRunId,
                    all,
                    causedByRun,
                    causalDepth,
                    counts,
                    turn,
                    openedAt,
                    standing);
        }
    }

    /**
     * The run that alerts of that fingerprint joined last.
     *
     * @param firing whether the newest of them was
     */
    record KnownFingerprint(String tenant, String fingerprint, String runId, boolean firing) implements Fact {
        static String key(String tenant, String fingerprint) {
            return "fingerprint/" + tenant + "/" + fingerprint;
        }

        @Override
        public String key() {
            return key(tenant, fingerprint);
        }
    }

    /** The run of a group of alerts. */
    record KnownGroup(String group, String runId, Instant newestAt) implements Fact {
        static String key(String group) {
            return "group/" + group;
        }

        @Override
        public String key() {
            return key(group);
        }
    }

    /** What was deployed recently, newest last. */
    record RecentReleases(String place, List<Deployment> releases) implements Fact {
        public RecentReleases {
            releases = List.copyOf(releases);
        }

        static String key(String place) {
            return "releases/" + place;
        }

        @Override
        public String key() {
            return key(place);
        }
    }

    /** An agent opened too many runs, and people were told. */
    record TrippedBreaker(String agent, Instant since) implements Fact {
        static String key(String agent) {
            return "breaker/" + agent;
        }

        @Override
        public String key() {
            return key(agent);
        }
    }

    /** Until when the firings of a schedule are dealt with. */
    record LastFiring(String agent, String schedule, Instant at) implements Fact {
        static String key(String agent, String schedule) {
            return "schedule/" + agent + "/" + schedule;
        }

        @Override
        public String key() {
            return key(agent, schedule);
        }
    }

    /** A run of that id was asked for. */
    record SeenRequest(String runId, Instant at) implements Fact {
        static String key(String runId) {
            return "request/" + runId;
        }

        @Override
        public String key() {
            return key(runId);
        }
    }
}
