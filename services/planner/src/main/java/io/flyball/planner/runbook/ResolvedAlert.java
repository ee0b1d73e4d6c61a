package io.flyball.planner.runbook;

import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.plan.ProposedAction;
import java.util.List;
import java.util.Optional;

/** The alert has resolved at its source: nothing more is changed; what is there is verified, and the run ends. */
final class ResolvedAlert {
    static final String LABEL = "resolved_check";

    private final Runbook runbook;
    private final Journey journey;
    private final Results results;
    private final Proposals proposals;

    ResolvedAlert(Runbook runbook, Journey journey, Results results, Proposals proposals) {
        this.runbook = runbook;
        this.journey = journey;
        this.results = results;
        this.proposals = proposals;
    }

    /** What to do in place of going on; nothing is owed any more. */
    Decision close() {
        return switch (results.next(LABEL)) {
            case Result.NotYet _ -> look();
            case Result.Done done -> finish("and the check agrees: " + Facts.seen(done.action()));
            case Result.Failed failed -> contradiction(Facts.seen(failed.action()));
            case Result.Denied denied ->
                contradiction("the check was denied: " + denied.action().verdictReason());
            case Result.Unclear unclear ->
                contradiction(
                        "the check has no known result: " + unclear.action().tool());
        };
    }

    private Decision look() {
        Optional<ProposedAction> check = Verifications.of(runbook).stream()
                .flatMap(step -> Verifications.rendered(step, proposals, journey).stream())
                .findFirst();
        return check.isEmpty()
                ? finish("the runbook has no check of its own, so only the source says so.")
                : look(check.get());
    }

    private Decision look(ProposedAction check) {
        String reasoning = "The alert has resolved at its source; this looks whether that is true.";
        return new Decision.Act(
                proposals.rationale(reasoning),
                List.of(new ProposedAction(
                                LABEL,
                                check.tool(),
                                check.arguments(),
                                check.target(),
                                reasoning,
                                null,
                                null,
                                false,
                                check.verifies(),
                                null)
                        .expecting(check.expects())));
    }

    private Decision finish(String how) {
        String summary = "The alert has resolved at its source while the run was at work; " + how;
        return new Decision.Finish(proposals.rationale(summary), FinishOutcome.RESOLVED, summary, null);
    }

    private Decision contradiction(String seen) {
        return proposals.escalate(
                "The alert has resolved at its source, but the check does not agree: " + seen,
                journey,
                List.of("Find out which of the two is right."));
    }
}
