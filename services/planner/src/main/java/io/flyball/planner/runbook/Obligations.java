package io.flyball.planner.runbook;

import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.Expectation;
import io.flyball.planner.plan.Owed;
import io.flyball.planner.plan.PastAction;
import io.flyball.planner.plan.ProposedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Pays verifications that the run owes: by the runbook's own verification of the target, else by a tool that can read it. */
final class Obligations {
    static final String LABEL = "owed:";
    /** The argument of a tool that writes a text. */
    private static final String WRITTEN = "content";
    /** Characters of what was written that are looked for. */
    private static final int COMPARED = 4_000;

    private final Runbook runbook;
    private final Journey journey;
    private final Proposals proposals;
    private final Toolbelt tools;

    Obligations(Runbook runbook, Journey journey, Proposals proposals, Toolbelt tools) {
        this.runbook = runbook;
        this.journey = journey;
        this.proposals = proposals;
        this.tools = tools;
    }

    /** Looks at everything that is owed, or hands over what cannot be looked at. */
    Decision pay() {
        List<ProposedAction> reads = new ArrayList<>();
        for (Owed owed : journey.situation().obligations()) {
            Optional<PastAction> looked = lastLook(owed);
            if (looked.isPresent()) {
                return failed(owed, looked.get());
            }
            Optional<ProposedAction> read = read(owed);
            if (read.isEmpty()) {
                return unpayable(owed);
            }
            reads.add(read.get());
        }
        return new Decision.Act(
                proposals.rationale("Verifications are owed before the run may end: "
                        + String.join(
                                ", ", reads.stream().map(ProposedAction::target).toList())),
                reads);
    }

    /** How this was looked at since its last change; what is still owed after that, the look has not shown to work. */
    private Optional<PastAction> lastLook(Owed owed) {
        PastAction last = null;
        for (PastAction action : journey.situation().pastActions()) {
            if (action.actionId().equals(owed.actionId())) {
                last = null;
            } else if ((LABEL + owed.target()).equals(action.label()) && action.wasCalled()) {
                last = action;
            }
        }
        return Optional.ofNullable(last);
    }

    private Optional<ProposedAction> read(Owed owed) {
        return byRunbook(owed)
                .or(() -> tools.reading(owed)
                        .map(reading -> look(owed, reading.tool(), reading.arguments(), shows(owed, reading.tool()))))
                .filter(read -> !read.expects().isEmpty());
    }

    private Optional<ProposedAction> byRunbook(Owed owed) {
        return Verifications.of(runbook).stream()
                .flatMap(step -> Verifications.rendered(step, proposals, journey).stream())
                .filter(action -> action.verifies().contains(owed.target()))
                .findFirst()
                .map(action -> look(owed, action.tool(), action.arguments(), action.expects()));
    }

    /** What a read of the target must show: a check judges itself, and what was written must be there. */
    private List<Expectation> shows(Owed owed, String tool) {
        return tools.isCheck(tool)
                ? List.of(Expectation.SUCCESS)
                : journey.situation().pastActions().stream()
                        .filter(action -> action.actionId().equals(owed.actionId()))
                        .flatMap(action -> Stream.ofNullable(action.arguments().get(WRITTEN)))
                        .map(String::valueOf)
                        .filter(content -> !content.isBlank())
                        .map(content -> new Expectation(
                                Expectation.Kind.CONTAINS, content.substring(0, Math.min(content.length(), COMPARED))))
                        .toList();
    }

    private static ProposedAction look(
            Owed owed, String tool, Map<String, Object> arguments, List<Expectation> expects) {
        return ProposedAction.verification(
                LABEL + owed.target(),
                tool,
                arguments,
                owed.target(),
                "Verifies " + owed.target() + ", which " + owed.actionId() + " has changed.",
                expects);
    }

    private Decision failed(Owed owed, PastAction look) {
        return proposals.escalate(
                "Verification of " + owed.target() + " did not succeed: " + Facts.seen(look),
                journey,
                List.of(
                        "Look at " + owed.target() + " by hand.",
                        "Undo " + owed.actionId() + " if it made things worse."));
    }

    private Decision unpayable(Owed owed) {
        String hint = owed.hint() == null ? "" : " The tool catalogue says: " + owed.hint();
        return proposals.escalate(
                "A verification of " + owed.target() + " is owed, and neither the runbook nor a tool says how." + hint,
                journey,
                List.of("Verify " + owed.target() + " by hand."));
    }
}
