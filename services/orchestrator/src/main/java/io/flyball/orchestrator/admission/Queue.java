package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.admission.Caps.Cap;
import io.flyball.orchestrator.admission.Fact.TrippedBreaker;
import io.flyball.orchestrator.config.AdmissionProperties;
import io.flyball.orchestrator.run.Activity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens runs, or lets them wait; {@link Urgency} says who is next. */
final class Queue {
    private final Caps caps;
    private final Urgency urgency;
    private final Waits waits;
    private final Background background;

    Queue(AdmissionProperties set, Set<String> changers) {
        caps = new Caps(set, changers);
        urgency = new Urgency(set.urgencyRises());
        waits = new Waits(set, caps, urgency);
        background = new Background(set);
    }

    /** What becomes of a wish: its run opens, or waits. */
    Decision admit(Knowledge known, RunRequest wish, @Nullable String group, Instant at) {
        KnownRun run = run(known, wish, group, at);
        Optional<Cap> cap = servesLiveRun(known, wish) ? Optional.empty() : caps.reached(known, run, at);
        return cap.map(reached -> wait(known, run, wish, reached, at))
                .orElseGet(() -> open(known, run, wish, false, at));
    }

    /**
     * A run that must not begin. It exists, takes no place, and ends at once with the reason: nothing that was accepted is without a run, a parent
     * hears of its end as of any other's, and people are told.
     */
    Decision refuse(Knowledge known, RunRequest wish, String why, Instant at) {
        return Decision.saying(
                run(known, wish, null, at).refused(known.openings().nextTurn(), at), new Answer.Refuse(wish, why));
    }

    /** A parent holds its own place while it waits for its child, so a child that waited for a place could wait for ever. */
    private static boolean servesLiveRun(Knowledge known, RunRequest wish) {
        return wish.parent() != null
                && known.run(wish.parent().runId()).filter(KnownRun::live).isPresent();
    }

    private static KnownRun run(Knowledge known, RunRequest wish, @Nullable String group, Instant at) {
        return new KnownRun(
                wish.runId(),
                wish.tenant(),
                wish.agent(),
                wish.environment(),
                wish.service(),
                group,
                Intents.of(wish),
                wish.parent() == null ? null : wish.parent().runId(),
                List.of(),
                wish.causedByRun(),
                wish.causalDepth(),
                !servesLiveRun(known, wish),
                0,
                null,
                Activity.WORKING,
                new AdmissionStanding.Waiting(wish, known.nextPlace(), at));
    }

    private Decision wait(Knowledge known, KnownRun run, RunRequest wish, Cap cap, Instant at) {
        Decision waiting = Decision.saying(run, new Answer.Wait(wish, waits.obstacle(known, run, cap, at), at));
        boolean trips = cap == Cap.HOUR
                && known.find(TrippedBreaker.key(run.agent()), TrippedBreaker.class)
                        .isEmpty();
        return trips
                ? waiting.learning(new TrippedBreaker(run.agent(), at))
                        .saying(new Answer.Warn(run.tenant(), run.agent(), waits.breaker(run.agent())))
                : waiting;
    }

    private Decision open(Knowledge known, KnownRun run, RunRequest wish, boolean waited, Instant at) {
        return Decision.saying(
                run.opened(known.openings().nextTurn(), run.counts(), at),
                new Answer.Open(wish, background.of(known, wish, at), waited));
    }

    /** The next waiting run that may open; empty if none may. */
    Optional<Decision> next(Knowledge known, Instant at) {
        return known.waiting().stream()
                .filter(run -> caps.reached(known, run, at).isEmpty())
                .min(urgency.order(known, at))
                .map(run -> open(known, run, waits(run).wish(), true, at));
    }

    /** A waiting run that another run needs opens at once and takes no place, for the same reason as a child. */
    Decision openNow(Knowledge known, KnownRun run, Instant at) {
        RunRequest wish = waits(run).wish();
        return Decision.saying(
                run.opened(known.openings().nextTurn(), false, at),
                new Answer.Open(wish, background.of(known, wish, at), true));
    }

    static AdmissionStanding.Waiting waits(KnownRun run) {
        return (AdmissionStanding.Waiting) run.standing();
    }

    /** Breakers of agents that may open runs again and have none waiting; the next trip is told again. */
    List<TrippedBreaker> recovered(Knowledge known, Instant at) {
        return known.all(TrippedBreaker.class)
                .filter(breaker -> !caps.tripped(known, breaker.agent(), at))
                .filter(breaker ->
                        known.waiting().stream().noneMatch(run -> run.agent().equals(breaker.agent())))
                .toList();
    }
}
