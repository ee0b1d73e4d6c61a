package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.run.Occurrence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that admission knows; facts with the same key replace one another. */
sealed interface Fact
        permits KnownRun,
                Fact.KnownFingerprint,
                Fact.KnownGroup,
                Fact.RecentReleases,
                Fact.TrippedBreaker,
                Fact.LastFiring,
                Fact.SeenRequest {
    /** What it is known under. */
    String key();

    /**
     * The run that alerts of that fingerprint joined last.
     *
     * @param firing whether the newest of them was
     * @param startsAt when that one began, by its source's clock; null in what older versions stored
     */
    record KnownFingerprint(
            String tenant,
            String fingerprint,
            String runId,
            boolean firing,
            @Nullable Instant startsAt) implements Fact {
        static String key(String tenant, String fingerprint) {
            return "fingerprint/" + tenant + "/" + fingerprint;
        }

        /** What its source told last. */
        Occurrence newest() {
            return new Occurrence(startsAt, !firing, 0);
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
