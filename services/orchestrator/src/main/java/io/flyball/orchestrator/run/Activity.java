package io.flyball.orchestrator.run;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an open run is at, as far as its place among the open runs is concerned. */
public enum Activity {
    /** It takes a place. */
    WORKING,
    /** It waits for people, perhaps for days, and takes none. */
    WAITING,
    /** A stop is on. It takes one of its agent's places only, so that a release does not set off more runs than an agent may have. */
    HELD;

    /** What a run in that state is at; empty before it opens and once it has ended. */
    static Optional<Activity> of(@Nullable RunState state) {
        return switch (state) {
            case null -> Optional.empty();
            case RunState.Queued _, RunState.Ended _ -> Optional.empty();
            case RunState.Held _ -> Optional.of(HELD);
            case RunState.AwaitingAnswer _, RunState.Paused _ -> Optional.of(WAITING);
            case RunState.Acting s when s.held() != null -> Optional.of(HELD);
            case RunState.Acting s when s.waitsForPeople() -> Optional.of(WAITING);
            case RunState.Delegating s
            when s.pause() != null && s.tasks().stream().noneMatch(DelegatedStep::running) -> Optional.of(WAITING);
            case RunState.Planning _,
                    RunState.BackingOff _,
                    RunState.Acting _,
                    RunState.Delegating _,
                    RunState.Closing _ -> Optional.of(WORKING);
        };
    }

    /** What the run is at from now on, if that is news: a run that opens works. */
    public static Optional<Activity> news(@Nullable RunState before, RunState after) {
        Activity was = of(before).orElse(WORKING);
        return of(after).filter(now -> now != was);
    }
}
