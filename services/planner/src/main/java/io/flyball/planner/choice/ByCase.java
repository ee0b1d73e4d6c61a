package io.flyball.planner.choice;

import io.flyball.catalogue.ToolDefinition;
import io.flyball.diagnosis.files.DiagnosisLibrary;
import io.flyball.planner.casework.CasePlanner;
import io.flyball.planner.casework.Reach;
import io.flyball.planner.casework.Remedies;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.runbook.RunbookPlanner;
import io.flyball.planner.runbookfiles.RunbookLibrary;
import io.flyball.planner.tools.AgentTools;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Lets the catalogue's probes and causes decide, for agents that diagnose. */
final class ByCase {
    private final DiagnosisLibrary library;
    private final RunbookLibrary runbooks;

    ByCase(DiagnosisLibrary library, RunbookLibrary runbooks) {
        this.library = library;
        this.runbooks = runbooks;
    }

    /** Whether that agent diagnoses. */
    boolean isFor(AgentTools agent) {
        return !library.isEmpty() && Boolean.TRUE.equals(agent.agent().diagnosis());
    }

    Decision decide(Situation situation, AgentTools agent) {
        return CasePlanner.decide(situation, library.probes(), library.causes(), reach(agent), remedies(agent));
    }

    private Remedies remedies(AgentTools agent) {
        return (name, situation, inputs) -> Objects.requireNonNull(agent.agent().runbooks())
                        .contains(name)
                ? runbooks.find(name)
                        .map(runbook -> RunbookPlanner.decide(runbook, situation.given(inputs), agent.toolbelt()))
                : Optional.empty();
    }

    private static Reach reach(AgentTools agent) {
        return new Reach() {
            @Override
            public Optional<String> objection(String tool, Map<String, Object> arguments) {
                if (agent.find(tool).map(ToolDefinition::name).isEmpty()) {
                    return Optional.of("the agent may not use " + tool);
                }
                return arguments.get("argv") instanceof List<?> argv
                                && agent.agent()
                                        .permission(argv.stream()
                                                .map(String::valueOf)
                                                .toList())
                                        .isEmpty()
                        ? Optional.of("the agent may not run " + argv.getFirst() + " like this")
                        : Optional.empty();
            }

            @Override
            public Optional<String> target(String tool, Map<String, Object> arguments) {
                return agent.target(tool, arguments);
            }
        };
    }
}
