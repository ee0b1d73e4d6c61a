package io.flyball.console.page;

import io.flyball.console.readmodel.ActionView;
import io.flyball.console.readmodel.RunView;
import io.flyball.console.readmodel.StepView;

/** One step of a transcript: what was decided, by whom, and each action with its verdict and its end. */
final class StepText {
    private final RunView run;
    private final Markup html;

    StepText(RunView run, Markup html) {
        this.run = run;
        this.html = html;
    }

    void write(StepView step) {
        html.raw("<section>")
                .element("h3", "Step " + step.step() + ": " + Markup.words(step.decision()))
                .element(
                        "p class=\"quiet\"",
                        step.at() + ", by " + maker(step.decidedBy()) + ", " + Math.round(step.confidence() * 100)
                                + " % sure")
                .element("p", step.reasoning())
                .optional("p class=\"bad\"", step.refusal() == null ? null : "Not followed: " + step.refusal());
        boolean last = run.steps().stream()
                .filter(other -> other.step() == step.step())
                .reduce((_, b) -> b)
                .filter(step::equals)
                .isPresent();
        if (last) {
            run.actions().stream()
                    .filter(action -> action.proposed().step() == step.step())
                    .forEach(this::action);
        }
        html.raw("</section>\n");
    }

    private static String maker(StepView.DecidedByView by) {
        return by.runbook() == null ? by.planner() + " " + by.provider() + " " + by.model() : "runbook " + by.runbook();
    }

    private void action(ActionView action) {
        ActionView.Proposed proposed = action.proposed();
        ActionView.Judged judged = action.judged();
        ActionView.Called called = action.called();
        html.raw("<article>")
                .element("h4", (proposed.label() == null ? "" : proposed.label() + ": ") + proposed.tool())
                .element("pre", proposed.arguments().toPrettyString())
                .element("p", proposed.reasoning())
                .raw("<dl>")
                .fact("Target", proposed.target())
                .fact("Risk", Markup.words(judged.risk()))
                .fact(
                        "Verdict",
                        judged.verdict() == null
                                ? null
                                : Markup.words(judged.verdict()) + ": " + judged.verdictReason())
                .fact("Approved by", judged.approvedBy())
                .fact("Status", Markup.words(called.status()))
                .fact("Exit code", called.exitCode())
                .fact("Took", called.durationMillis() == null ? null : called.durationMillis() + " ms")
                .fact("Error", called.error())
                .raw("</dl>")
                .optional("pre", called.output())
                .raw("</article>\n");
    }
}
