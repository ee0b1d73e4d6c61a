package io.flyball.orchestrator.admission;

import java.time.Instant;
import java.util.List;

/** What admission says. */
sealed interface Answer {

    /** A run opens. */
    record Open(RunRequest wish, List<String> background, boolean waited) implements Answer {}

    /** A run that must not begin: it ends at once and says why, so that whoever asked for it, or sent the alert, finds it. */
    record Refuse(RunRequest wish, String why) implements Answer {}

    /** A run waits for its turn since then, and this is why. */
    record Wait(RunRequest wish, Obstacle obstacle, Instant since) implements Answer {}

    /** The alert joins that run. */
    record Join(KnownRun run, Arrival.AlertRaised alert) implements Answer {}

    /** A run should know of something. */
    record Tell(KnownRun run, String id, String line) implements Answer {}

    /** The parent gets that run's result instead of one of its own. */
    record Listen(KnownRun run, RunRequest wish) implements Answer {}

    /** The parent asks after that run, which answers wherever it stands, also if there is none. */
    record AskAfter(RunRequest wish) implements Answer {}

    /** People are told that an agent's breaker has tripped. */
    record Warn(String tenant, String agent, String reason) implements Answer {}

    /** Nothing follows and nobody waits for anything, and this is why. */
    record Nothing(String why) implements Answer {}
}
