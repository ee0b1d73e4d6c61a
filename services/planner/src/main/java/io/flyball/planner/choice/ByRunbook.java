package io.flyball.planner.choice;

import io.flyball.diagnosis.files.DiagnosisLibrary;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.ErrorClass;
import io.flyball.planner.plan.Fault;
import io.flyball.planner.plan.ProposedAction;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.runbook.Runbook;
import io.flyball.planner.runbook.RunbookPlanner;
import io.flyball.planner.runbookfiles.RunbookLibrary;
import io.flyball.planner.tools.AgentTools;
import io.flyball.planner.tools.ArgumentCheck;
import java.util.List;
import java.util.Optional;

/** Lets the agent's runbook decide. */
final class ByRunbook {
    private final RunbookLibrary runbooks;
    private final ByCase byCase;
    private final ArgumentCheck check = new ArgumentCheck();

    ByRunbook(RunbookLibrary runbooks, DiagnosisLibrary library) {
        this.byCase = new ByCase(library, runbooks);
        this.runbooks = runbooks;
    }

    /** The runbook's decision; empty if none of the agent's runbooks is for that run. */
    Optional<Plan> plan(Situation situation, AgentTools agent, String why) {
        Optional<Runbook> chosen = runbooks.choose(agent.agent(), situation);
        if (byCase.isFor(agent)
                && chosen.map(runbook -> isForCase(runbook, situation)).orElse(true)) {
            return Optional.of(
                    Plan.withoutModel(byCase.decide(situation, agent), Maker.runbook("diagnosis", null, why)));
        }
        return chosen.map(runbook -> Plan.withoutModel(
                fitting(RunbookPlanner.decide(runbook, situation, agent.toolbelt()), runbook, agent),
                Maker.runbook(runbook.name(), runbook.version(), why)));
    }

    /** A runbook of its own goes before, unless the inventory knows what it is about: then there is more to look at. */
    private static boolean isForCase(Runbook runbook, Situation situation) {
        return runbook.fallback()
                || situation.alert() != null && situation.entries().size() == 1;
    }

    /** Values from outside can make arguments that a tool does not take; the governor never sees those. */
    private Decision fitting(Decision decision, Runbook runbook, AgentTools agent) {
        if (!(decision instanceof Decision.Act act)) {
            return decision;
        }
        List<String> problems = act.actions().stream()
                .flatMap(action -> problems(action, agent).stream()
                        .map(problem -> action.label() + " (" + action.tool() + ") " + problem))
                .toList();
        return problems.isEmpty()
                ? decision
                : Decision.Escalate.because(
                        new Fault(
                                ErrorClass.CONFIG,
                                "runbook " + runbook.name() + " proposes arguments that do not fit: "
                                        + String.join("; ", problems)),
                        "Look at the alert's labels and annotations, or correct "
                                + runbook.place().file() + ".");
    }

    private List<String> problems(ProposedAction action, AgentTools agent) {
        return agent.find(action.tool())
                .map(tool -> check.problems(tool.arguments(), action.arguments()))
                .orElse(List.of("is not among the agent's tools"));
    }
}
