package io.flyball.orchestrator.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run with some of its parts exchanged. */
final class RunEdit {
    /** Characters of the planner's reasons. */
    private static final int FOUND = 1_000;

    private final Run run;
    private Tally tally;
    private @Nullable AlertFacts alert;
    private List<Obligation> owed;
    private List<Verification> verified;
    private List<String> hints;
    private List<String> background;
    private JoinedAlerts alerts;
    private List<String> collateral;
    private List<Phase> phases;
    private List<Finding> findings;
    private List<Parent> listeners;
    private LoopWatch loops;
    private Questions questions;
    private @Nullable String found;

    RunEdit(Run run) {
        this.run = run;
        tally = run.tally();
        alert = run.alert();
        owed = run.owed();
        verified = run.verified();
        hints = run.hints();
        background = run.background();
        alerts = run.alerts();
        collateral = run.collateral();
        phases = run.phases();
        findings = run.findings();
        listeners = run.listeners();
        loops = run.loops();
        questions = run.questions();
        found = run.found();
    }

    RunEdit tally(Tally changed) {
        tally = changed;
        return this;
    }

    RunEdit alert(@Nullable AlertFacts changed) {
        alert = changed;
        return this;
    }

    RunEdit owed(List<Obligation> stillOwed, List<Verification> nowVerified) {
        owed = stillOwed;
        verified = nowVerified;
        return this;
    }

    RunEdit hints(List<String> changed) {
        hints = changed;
        return this;
    }

    RunEdit background(List<String> changed) {
        background = changed;
        return this;
    }

    RunEdit alerts(JoinedAlerts changed) {
        alerts = changed;
        return this;
    }

    RunEdit collateral(List<String> more) {
        collateral = plus(collateral, more);
        return this;
    }

    RunEdit phases(List<Phase> changed) {
        phases = changed;
        return this;
    }

    /** When it changed anything stays known; what it looked at is needed only while its step goes on. */
    RunEdit finding(Finding finding) {
        findings = plus(findings, List.of(finding.withoutLooks()));
        return this;
    }

    RunEdit listener(Parent listener) {
        listeners = listeners.contains(listener) ? listeners : plus(listeners, List.of(listener));
        return this;
    }

    RunEdit loops(LoopWatch changed) {
        loops = changed;
        return this;
    }

    RunEdit questions(Questions changed) {
        questions = changed;
        return this;
    }

    RunEdit found(String reasons) {
        found = reasons.length() <= FOUND ? reasons : reasons.substring(0, FOUND) + " ...";
        return this;
    }

    Run done() {
        return new Run(
                run.spec(),
                tally,
                alert,
                owed,
                verified,
                hints,
                background,
                alerts,
                collateral,
                phases,
                findings,
                listeners,
                loops,
                questions,
                found);
    }

    private static <T> List<T> plus(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
