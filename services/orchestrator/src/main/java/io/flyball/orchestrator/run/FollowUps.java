package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Other alerts that joined a run: each is looked at before the run may call itself resolved. */
final class FollowUps {
    private static final int KEPT = 20;

    private FollowUps() {}

    /** The run with another firing alert to look at; its own alert and those known already change nothing. */
    static Run add(Run run, String fingerprint, String description, Instant at) {
        boolean own = run.alert() == null || run.alert().fingerprint().equals(fingerprint);
        boolean known = run.followUps().stream().anyMatch(f -> f.fingerprint().equals(fingerprint));
        if (own || known || run.followUps().size() >= KEPT) {
            return run;
        }
        List<FollowUp> more = new ArrayList<>(run.followUps());
        more.add(new FollowUp(fingerprint, description, false, 0, at));
        return run.edit().followUps(more).done();
    }

    /** One that has resolved at its source needs nobody any more. */
    static Run resolved(Run run, String fingerprint) {
        return run.edit()
                .followUps(run.followUps().stream()
                        .filter(f -> !f.fingerprint().equals(fingerprint))
                        .toList())
                .done();
    }

    /** The next plan request tells the planner of those that it does not know. */
    static Run tell(Run run) {
        List<FollowUp> untold = run.followUps().stream().filter(f -> !f.told()).toList();
        if (untold.isEmpty()) {
            return run;
        }
        List<FollowUp> told = run.followUps().stream()
                .map(f -> f.told() ? f : f.toldAt(run.tally().reads()))
                .toList();
        return run.edit()
                .followUps(told)
                .done()
                .withBackground("Also firing, and to be looked at before the run may finish: " + names(untold));
    }

    /** Why the run may not finish yet: nobody has read anything since the planner was told. */
    static Optional<String> refusal(Run run) {
        List<FollowUp> open = run.followUps().stream()
                .filter(f -> !f.told() || run.tally().reads() <= f.readsAtTelling())
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of("Other alerts joined and were not looked at: " + names(open)
                        + ". Diagnose each again, then finish.");
    }

    private static String names(List<FollowUp> some) {
        return some.stream().map(FollowUp::description).collect(Collectors.joining("; "));
    }
}
