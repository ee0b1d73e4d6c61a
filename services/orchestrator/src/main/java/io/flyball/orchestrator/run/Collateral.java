package io.flyball.orchestrator.run;

import java.util.List;

/** What changed beyond the targets that actions declared. */
final class Collateral {
    private Collateral() {}

    static Run note(Run run, Action action, ToolResult report, DecisionBuilder story) {
        List<String> changed = report.collateral();
        if (changed.isEmpty()) {
            return run;
        }
        story.tell(new RunFact.CollateralFound(action.id(), changed));
        return run.edit()
                .collateral(changed.stream()
                        .map(what -> what + " (by " + action.id() + ")")
                        .toList())
                .done()
                .withBackground("More changed than " + action.id() + " declared: " + String.join(", ", changed));
    }
}
