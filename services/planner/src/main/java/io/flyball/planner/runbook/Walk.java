package io.flyball.planner.runbook;

import io.flyball.planner.plan.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Goes through a runbook from its beginning, past every step whose result is known, to the first that is not: that one is
 * the decision. The same results always lead to the same place.
 */
final class Walk {
    private final Journey journey;
    private final Results results;
    private final Proposals proposals;
    private final DeadEnds deadEnds;
    private final Reached reached;
    private int delegations;

    Walk(Journey journey, Results results, Proposals proposals) {
        this.journey = journey;
        this.results = results;
        this.proposals = proposals;
        this.deadEnds = new DeadEnds(journey, proposals);
        this.reached = new Reached(journey, deadEnds, this::through);
    }

    /** The first decision that these steps need; empty if they are all behind. */
    Optional<Decision> through(List<Step> steps) {
        for (Step step : steps) {
            Optional<Decision> decision = visit(step);
            if (decision.isPresent()) {
                return decision;
            }
        }
        return Optional.empty();
    }

    private Optional<Decision> visit(Step step) {
        return switch (step) {
            case Step.Action action ->
                isPassed(action.call())
                        ? Optional.empty()
                        : visit(action, results.next(action.call().id()));
            case Step.Parallel group -> visit(group);
            case Step.Conditional conditional -> through(branch(conditional));
            case Step.Verification verification -> visit(verification);
            case Step.Delegation delegation -> visit(delegation);
            case Step.Escalation escalation ->
                Optional.of(written(escalation, () -> proposals.escalate(escalation, journey)));
            case Step.Ending ending -> Optional.of(end(ending));
        };
    }

    /** Whether the call is not made at all, because what it is made for does not hold. */
    private boolean isPassed(Step.Call call) {
        Step.When when = call.terms().when();
        try {
            if (when == null || when.condition().holds(journey.facts())) {
                return false;
            }
            journey.passed(call, when.otherwise().prose(journey));
            return true;
        } catch (CannotGoOn e) {
            throw e.at(call.place(), call.id());
        }
    }

    private Optional<Decision> visit(Step.Action step, Result result) {
        if (step.call().terms().optional()) {
            return optional(step, result);
        }
        return switch (result) {
            case Result.NotYet _ -> Optional.of(propose(step));
            case Result.Done done -> reached.arrived(step.call(), done.action());
            case Result.Denied denied -> reached.denied(step.call(), denied.action());
            case Result.Failed failed -> reached.failed(step.call(), failed.action(), "failed");
            case Result.Unclear unclear -> reached.unclear(step.call(), unclear.action());
        };
    }

    /** A look whose failure is something to tell, and nothing more. */
    private Optional<Decision> optional(Step.Action step, Result result) {
        return switch (result) {
            case Result.NotYet _ -> Optional.of(propose(step));
            case Result.Done done -> reached.arrived(step.call(), done.action());
            case Result.Denied denied -> reached.missed(step.call(), denied.action());
            case Result.Failed failed -> reached.missed(step.call(), failed.action());
            case Result.Unclear unclear -> reached.missed(step.call(), unclear.action());
        };
    }

    private Decision propose(Step.Action step) {
        return journey.unclear().isEmpty() ? proposals.act(step, journey) : deadEnds.unknownEffect();
    }

    private Optional<Decision> visit(Step.Parallel group) {
        List<Result> known = new ArrayList<>();
        List<Step.Action> open = new ArrayList<>();
        List<Step.Action> made = group.actions().stream()
                .filter(action -> !isPassed(action.call()))
                .toList();
        for (Step.Action action : made) {
            Result result = results.next(action.call().id());
            known.add(result);
            if (result instanceof Result.NotYet) {
                open.add(action);
            }
        }
        if (!open.isEmpty()) {
            return Optional.of(
                    journey.unclear().isEmpty()
                            ? proposals.sideBySide(group, open, journey)
                            : deadEnds.unknownEffect());
        }
        for (int i = 0; i < known.size(); i++) {
            Optional<Decision> decision = visit(made.get(i), known.get(i));
            if (decision.isPresent()) {
                return decision;
            }
        }
        return Optional.empty();
    }

    /** Each delegation is asked for once; what came of it stands in the findings. */
    private Optional<Decision> visit(Step.Delegation step) {
        List<String> missing = journey.withoutFinding(step);
        int before = delegations++;
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                before < journey.delegated()
                        ? deadEnds.nothingHeardOf(missing)
                        : written(step, () -> proposals.delegate(step, journey)));
    }

    private List<Step> branch(Step.Conditional step) {
        return written(step, () -> step.condition().holds(journey.facts())) ? step.then() : step.otherwise();
    }

    private Optional<Decision> visit(Step.Verification step) {
        for (int repairs = 0; ; repairs++) {
            Result result = results.next(step.call().id());
            if (!(result instanceof Result.Failed failed)
                    || !failed.action().tookPlace()
                    || repairs == step.repairs()) {
                return settle(step, result, repairs);
            }
            journey.failed(step.call(), failed.action());
            Optional<Decision> repair = through(step.repair());
            if (repair.isPresent()) {
                return repair;
            }
        }
    }

    private Optional<Decision> settle(Step.Verification step, Result result, int repairs) {
        return switch (result) {
            case Result.NotYet _ -> Optional.of(look(step));
            case Result.Done done -> {
                Optional<Decision> stuck = reached.arrived(step.call(), done.action());
                journey.verified(Proposals.verifies(step, done.action().target(), journey));
                yield stuck;
            }
            case Result.Denied denied -> reached.denied(step.call(), denied.action());
            case Result.Failed failed ->
                reached.failed(
                        step.call(),
                        failed.action(),
                        repairs == 0 ? "failed" : "failed, and " + repairs + " repair attempts did not help");
            case Result.Unclear unclear -> reached.failed(step.call(), unclear.action(), "has no known result");
        };
    }

    /** What was only described cannot be seen. */
    private Decision look(Step.Verification step) {
        return journey.onlyDescribed()
                ? deadEnds.onlyDescribed("so there is nothing to verify")
                : proposals.act(step, journey);
    }

    private Decision end(Step.Ending step) {
        if (journey.onlyDescribed()) {
            return deadEnds.onlyDescribed("nothing was done");
        }
        return journey.unclear().isEmpty()
                ? written(step, () -> proposals.finish(step, journey))
                : deadEnds.unknownEffect();
    }

    private static <T> T written(Step step, Supplier<T> what) {
        try {
            return what.get();
        } catch (CannotGoOn e) {
            throw new CannotGoOn(step.place() + ": " + e.getMessage());
        }
    }
}
