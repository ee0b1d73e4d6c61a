package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each alert of a run is looked at before the run may call itself resolved: one look at one of them says nothing of the others. */
final class FollowUps {
    private static final int NAMED = 20;

    private FollowUps() {}

    /** The next plan request tells the planner of those that it does not know. */
    static Run tell(Run run) {
        List<JoinedAlert> untold =
                run.alerts().firing().stream().filter(a -> !a.told()).toList();
        return untold.isEmpty()
                ? run
                : run.edit()
                        .alerts(run.alerts().each(a -> a.fires() ? a.toldOf() : a))
                        .done()
                        .withBackground(
                                "Also firing, and to be looked at before the run may finish: " + names(run, untold));
    }

    /**
     * The run after a read that showed what it had to: it is evidence about the alerts that it names, if they had joined when it was sent,
     * and if it was sent after the last change had ended. Who waits for this run is told of it, and may have alerts that it names.
     */
    static Run read(Run run, Action action) {
        if (run.alerts().besides().contains(Evidence.sending(action))
                || !(action.state() instanceof ActionState.Called called)) {
            return run;
        }
        var look = new Look(action.id(), AlertSubject.namedBy(action.proposal()), called.at());
        Run seen = seen(run, look);
        return run.listeners().isEmpty()
                ? seen
                : seen.edit()
                        .alerts(seen.alerts().looks(seen.alerts().looks().plus(look)))
                        .done();
    }

    private static Run seen(Run run, Look look) {
        JoinedAlerts seen = run.alerts()
                .each(a -> a.fires()
                                && a.evidence() == null
                                && !look.sentAt().isBefore(a.at())
                                && subject(run, a).isNamedIn(look.about())
                        ? a.seenBy(look.actionId())
                        : a);
        return seen.equals(run.alerts()) ? run : run.edit().alerts(seen).done();
    }

    /**
     * The run after a specialist's report: what specialists of this step have looked at counts like what the run itself looks at, unless
     * one of them ended a change later.
     */
    static Run reported(Run run, Finding newest, List<Finding> ofStep) {
        Run before = newest.looks().changedAt() == null ? run : unseen(run);
        Instant changed = run.findings().stream()
                .map(finding -> finding.looks().changedAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Run after = before;
        for (Finding finding : ofStep) {
            for (Look look : finding.looks().made()) {
                after = look.sentAt().isAfter(changed) ? seen(after, look) : after;
            }
        }
        return after;
    }

    private static Run unseen(Run run) {
        return run.edit().alerts(run.alerts().each(a -> a.seenBy(null))).done();
    }

    /** The run after a change: what was seen before it is not what is now, and what is being read may be older. */
    static Run changed(Run run, List<String> inFlight) {
        JoinedAlerts unseen = unseen(run).alerts().besides(inFlight);
        return run.edit()
                .alerts(
                        run.listeners().isEmpty()
                                ? unseen
                                : unseen.looks(Looks.after(run.tally().countedTo())))
                .done();
    }

    /** Why the run may not say that it has dealt with its alerts. */
    static Optional<String> refusal(Run run) {
        List<JoinedAlert> open = open(run);
        return open.isEmpty()
                ? unknown(run.alerts())
                : Optional.of(
                        "Other alerts joined and were not looked at: " + names(run, open)
                                + ". Diagnose each again, then finish. A read counts for each alert that its target or arguments"
                                + " name, if it says what it must show, and begins after the alert joined and after the last change.");
    }

    /** What nobody here knows, nobody can have followed up. */
    private static Optional<String> unknown(JoinedAlerts alerts) {
        if (alerts.beyondDetail() > 0) {
            return Optional.of("At least " + alerts.beyondDetail() + " more alerts of this run are firing than the "
                    + JoinedAlerts.KNOWN + " that it keeps in detail, so nobody can say that all were followed up:"
                    + " wait until they resolve, or escalate with what was done.");
        }
        return alerts.leftOut() == 0
                ? Optional.empty()
                : Optional.of(
                        "The sender left out " + alerts.leftOut() + " more alerts of its notification, which this"
                                + " run does not know, so nobody can say that all were followed up: escalate with what was done.");
    }

    private static List<JoinedAlert> open(Run run) {
        // Where there is but one, whatever is looked at is looked at for it.
        boolean alone = run.alert() != null && run.alerts().areOne();
        return run.alerts().firing().stream()
                .filter(a -> !a.told() || (a.evidence() == null && !alone))
                .toList();
    }

    /** Where the alerts stand, for planners and people; empty where there is but one and nothing was left out. */
    static String standing(Run run) {
        JoinedAlerts alerts = run.alerts();
        List<String> lines = new ArrayList<>();
        if (alerts.known().size() > 1 || alerts.beyondDetail() > 0) {
            int firing = alerts.firing().size() + alerts.beyondDetail();
            lines.add("Alerts of this run: " + (alerts.known().size() + alerts.beyondDetail()) + ", of which " + firing
                    + " fire");
            List<JoinedAlert> open = open(run);
            lines.add(open.isEmpty() ? "each was looked at" : "not looked at: " + names(run, open));
        }
        if (alerts.beyondDetail() > 0) {
            lines.add("no detail is kept of " + alerts.beyondDetail() + " of them, or more");
        }
        if (alerts.leftOut() > 0) {
            lines.add(alerts.leftOut() + " more were left out by the sender, and are not known here");
        }
        return lines.isEmpty() ? "" : String.join("; ", lines) + ".";
    }

    private static String names(Run run, List<JoinedAlert> some) {
        Stream<String> named = some.stream().limit(NAMED).map(a -> a.description() + by(subject(run, a)));
        Stream<String> others =
                some.size() > NAMED ? Stream.of("and " + (some.size() - NAMED) + " more") : Stream.empty();
        return Stream.concat(named, others).collect(Collectors.joining("; "));
    }

    private static String by(AlertSubject subject) {
        return subject.words().isEmpty()
                ? ""
                : " [" + subject.words().stream().limit(3).collect(Collectors.joining(", ")) + "]";
    }

    /** What tells it from the others. */
    private static AlertSubject subject(Run run, JoinedAlert alert) {
        return alert.subject()
                .apartFrom(run.alerts().known().stream()
                        .filter(other -> !other.fingerprint().equals(alert.fingerprint()))
                        .map(JoinedAlert::subject));
    }
}
