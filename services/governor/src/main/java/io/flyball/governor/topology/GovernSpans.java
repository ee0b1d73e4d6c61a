package io.flyball.governor.topology;

import io.flyball.governor.approval.ApprovalCommand;
import io.flyball.governor.approval.ApprovalCommand.GiveVerdict;
import io.flyball.governor.approval.GivenVerdict;
import io.flyball.governor.policy.Proposal;
import io.flyball.platform.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import org.apache.kafka.common.header.Headers;

/** The governor's part of a run's trace: one span per proposal, and one for whatever continues a held action. */
final class GovernSpans {
    private final Telemetry telemetry;

    GovernSpans(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** Governs a proposal, as a child of whoever proposed it. */
    void govern(Headers incoming, Proposal proposal, Runnable work) {
        within(
                telemetry
                        .tracer()
                        .spanBuilder("govern " + proposal.tool())
                        .setParent(telemetry.extract(incoming))
                        .setAttribute("gen_ai.tool.name", proposal.tool())
                        .setAttribute("gen_ai.agent.name", proposal.run().agent())
                        .setAttribute("flyball.run.id", proposal.run().runId())
                        .setAttribute("flyball.action.id", proposal.actionId()),
                work);
    }

    /** Takes an answer: in the run's trace where the action is known, linked to the request that brought it. */
    void answer(Headers incoming, String traceparent, String actionId, Runnable work) {
        var sender = telemetry.extract(incoming);
        SpanBuilder span = telemetry
                .tracer()
                .spanBuilder("govern answer")
                .setParent(traceparent.isEmpty() ? sender : Telemetry.fromTraceparent(traceparent))
                .setAttribute("flyball.action.id", actionId);
        if (!traceparent.isEmpty()) {
            span.addLink(Span.fromContext(sender).getSpanContext());
        }
        within(span, work);
    }

    /** Goes on with a held action, because of time or the release of a stop. */
    void resume(String what, String traceparent, String actionId, Runnable work) {
        within(
                telemetry
                        .tracer()
                        .spanBuilder("govern " + what)
                        .setParent(Telemetry.fromTraceparent(traceparent))
                        .setAttribute("flyball.action.id", actionId),
                work);
    }

    /** Notes on the current span what was said. */
    static void note(ApprovalCommand command) {
        if (command instanceof GiveVerdict given) {
            GivenVerdict verdict = given.verdict();
            Span.current()
                    .setAttribute("flyball.verdict", verdict.kind().name())
                    .setAttribute("flyball.rule", verdict.rule())
                    .setAttribute("flyball.risk", verdict.risk().name())
                    .setAttribute("flyball.policy.hash", verdict.policyHash());
        }
    }

    private static void within(SpanBuilder builder, Runnable work) {
        Span span = builder.setSpanKind(SpanKind.CONSUMER).startSpan();
        try (Scope _ = span.makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
    }
}
