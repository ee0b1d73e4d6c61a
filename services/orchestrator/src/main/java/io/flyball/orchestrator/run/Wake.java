package io.flyball.orchestrator.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** When a state must be looked at again. */
final class Wake {
    /** Specialists that share a model limit are not started all at once. */
    static final Duration BETWEEN_STARTS = Duration.ofSeconds(2);

    private Wake() {}

    static Instant outOfTime(Run run) {
        return run.tally().countedTo().plus(run.remaining().activeTime());
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    static Optional<Instant> acting(RunState.Acting s) {
        Stream<Instant> retries = s.actions().stream()
                .map(Action::state)
                .filter(ActionState.Retrying.class::isInstance)
                .map(state -> ((ActionState.Retrying) state).until());
        Stream<Instant> limit = s.waitsForPeople() ? Stream.empty() : Stream.of(outOfTime(s.run()));
        return Stream.concat(retries, limit).min(Comparator.naturalOrder());
    }

    /** Who is to answer about its actions. */
    static Set<Answerer> answerers(RunState.Acting s) {
        Set<Answerer> awaited = EnumSet.noneOf(Answerer.class);
        for (Action action : s.actions()) {
            switch (action.state()) {
                case ActionState.Proposed _ -> awaited.add(Answerer.GOVERNOR);
                case ActionState.Called _ -> awaited.add(Answerer.EXECUTOR);
                case ActionState.AwaitingApproval _,
                        ActionState.Ready _,
                        ActionState.Retrying _,
                        ActionState.Finished _,
                        ActionState.Denied _,
                        ActionState.Skipped _ -> {}
            }
        }
        return awaited;
    }

    static Instant closing(RunState.Closing s) {
        return s.tasks().stream().anyMatch(DelegatedStep::running)
                ? earlier(s.deadline(), s.nextCancel())
                : s.deadline();
    }

    /** The next start, if one could begin but for the pause between two; the next report; the next answer that is due. */
    static Optional<Instant> delegating(RunState.Delegating s) {
        Stream<Instant> start =
                Specialists.couldStart(s) ? Stream.of(Specialists.nextStart(s), s.nextReport()) : Stream.empty();
        Stream<Instant> answer = Specialists.nextDeadline(s).stream().flatMap(due -> Stream.of(due, s.nextReport()));
        return Stream.concat(start, answer).min(Comparator.naturalOrder());
    }
}
