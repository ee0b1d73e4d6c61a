package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an open run carries from state to state.
 *
 * @param alert the alert as it was last seen
 * @param owed verifications that are owed
 * @param verified targets that were verified after their last change
 * @param hints what the planner is told with the next request, and then no more
 * @param background what changed meanwhile, kept for the whole run
 */
public record Run(
        RunSpec spec,
        Tally tally,
        @Nullable AlertFacts alert,
        List<Obligation> owed,
        List<Verification> verified,
        List<String> hints,
        List<String> background) {

    public Run {
        owed = List.copyOf(owed);
        verified = List.copyOf(verified);
        hints = List.copyOf(hints);
        background = List.copyOf(background);
    }

    static Run opened(RunSpec spec) {
        return new Run(spec, Tally.from(spec.openedAt()), spec.alert(), List.of(), List.of(), List.of(), List.of());
    }

    public String id() {
        return spec.id();
    }

    /** What is left of the limits. */
    public Remaining remaining() {
        return Remaining.of(spec.limits(), tally);
    }

    Run with(Tally newTally) {
        return new Run(spec, newTally, alert, owed, verified, hints, background);
    }

    Run passed(Instant to, boolean atWork) {
        return with(tally.passed(to, atWork));
    }

    Run withAlert(@Nullable AlertFacts newAlert) {
        return new Run(spec, tally, newAlert, owed, verified, hints, background);
    }

    Run withHints(List<String> newHints) {
        return new Run(spec, tally, alert, owed, verified, newHints, background);
    }

    Run withBackground(String note) {
        List<String> more = new ArrayList<>(background);
        more.add(note);
        return new Run(spec, tally, alert, owed, verified, hints, more);
    }

    Run with(List<Obligation> newOwed, List<Verification> newVerified) {
        return new Run(spec, tally, alert, newOwed, newVerified, hints, background);
    }
}
