package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an open run carries from state to state.
 *
 * @param alert the alert that opened it; it counts as resolved once all alerts of the run have resolved
 * @param owed verifications that are owed
 * @param verified targets that were verified after their last change
 * @param hints what the planner is told with the next request, and then no more
 * @param background what changed meanwhile, kept for the whole run
 * @param alerts each alert of the run with its own state, the one that opened it included
 * @param collateral what changed beyond the targets of its actions
 * @param phases its manifest
 * @param findings what specialists reported, newest last
 * @param listeners other runs that wait for its result
 * @param loops what loop detection remembers
 * @param questions what it has asked the planner
 * @param found what the planner's newest answer gave as its reasons, shortened; null before the first
 */
public record Run(
        RunSpec spec,
        Tally tally,
        @Nullable AlertFacts alert,
        List<Obligation> owed,
        List<Verification> verified,
        List<String> hints,
        List<String> background,
        JoinedAlerts alerts,
        List<String> collateral,
        List<Phase> phases,
        List<Finding> findings,
        List<Parent> listeners,
        LoopWatch loops,
        @Nullable Questions questions,
        @Nullable String found) {
    private static final int BACKGROUND = 20;

    public Run {
        owed = List.copyOf(owed);
        verified = List.copyOf(verified);
        hints = List.copyOf(hints);
        background = List.copyOf(background);
        alerts = alert == null ? alerts : alerts.startingWith(JoinedAlert.own(alert, spec.openedAt()));
        alert = alert == null ? null : alert.among(alerts);
        collateral = List.copyOf(collateral);
        phases = List.copyOf(phases);
        findings = List.copyOf(findings);
        listeners = List.copyOf(listeners);
        // A run that an older version opened.
        questions = questions == null ? Questions.NONE : questions;
    }

    /** What it has asked the planner. */
    @Override
    public Questions questions() {
        return questions == null ? Questions.NONE : questions;
    }

    static Run opened(RunSpec spec) {
        return new Run(
                spec,
                Tally.from(spec.openedAt()),
                spec.alert(),
                List.of(),
                List.of(),
                List.of(),
                spec.background(),
                JoinedAlerts.NONE,
                List.of(),
                spec.phases(),
                List.of(),
                spec.parent() == null ? List.of() : List.of(spec.parent()),
                LoopWatch.NONE,
                Questions.NONE,
                null);
    }

    /** Its turn has come: time counts from now on, and what joined it while it was queued stays. */
    Run begun(RunSpec now) {
        Run fresh = opened(now);
        List<String> known = new ArrayList<>(background);
        fresh.background().stream().filter(note -> !known.contains(note)).forEach(known::add);
        Run begun = fresh.edit()
                .alert(alert == null ? fresh.alert() : alert)
                .background(known)
                .alerts(alerts)
                .done();
        for (Parent listener : listeners) {
            begun = begun.edit().listener(listener).done();
        }
        return begun;
    }

    public String id() {
        return spec.id();
    }

    /** What is left of the limits. */
    public Remaining remaining() {
        return Remaining.of(spec.limits(), tally);
    }

    RunEdit edit() {
        return new RunEdit(this);
    }

    Run with(Tally newTally) {
        return edit().tally(newTally).done();
    }

    Run passed(Instant to, boolean atWork) {
        return with(tally.passed(to, atWork));
    }

    Run withHints(List<String> newHints) {
        return edit().hints(newHints).done();
    }

    Run withHint(String hint) {
        List<String> more = new ArrayList<>(hints);
        more.add(hint);
        return withHints(more);
    }

    /** Told once, however often it happens; the newest are kept. */
    Run withBackground(String note) {
        if (background.contains(note)) {
            return this;
        }
        List<String> more = new ArrayList<>(background);
        more.add(note);
        return edit().background(more.subList(Math.max(0, more.size() - BACKGROUND), more.size()))
                .done();
    }

    Run with(List<Obligation> newOwed, List<Verification> newVerified) {
        return edit().owed(newOwed, newVerified).done();
    }

    /** Whether all its alerts have resolved at their sources, so that nothing more is to be changed. */
    boolean alertResolved() {
        return alert != null && alert.resolved();
    }
}
