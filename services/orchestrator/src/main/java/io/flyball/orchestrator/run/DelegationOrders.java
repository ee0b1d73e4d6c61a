package io.flyball.orchestrator.run;

import java.util.List;

/** What people order while specialists are at work. */
final class DelegationOrders {
    private DelegationOrders() {}

    /**
     * Specialists that run may end, each is a run of its own that can be paused by itself; none begins. A person who takes over goes on at
     * once: the specialists are cancelled, and what they report later is kept.
     */
    static Decision pause(RunState.Delegating s, RunEvent.PauseOrdered event) {
        PauseOrder order = Pausing.order(event);
        if (s.pause() != null && !order.takenOver()) {
            return Decision.stay(s, "paused already");
        }
        return order.takenOver()
                ? takeOver(s, order)
                : new DecisionBuilder()
                        .tell(new RunFact.RunPaused(order.by(), order.reason(), false))
                        .to(s.pausedBy(order), "paused by " + order.by() + ": no further specialist begins");
    }

    private static Decision takeOver(RunState.Delegating s, PauseOrder order) {
        DecisionBuilder story = new DecisionBuilder();
        cancelChildren(s, "taken over by " + order.by() + ": " + order.reason(), story);
        story.command(new RunCommand.KeepStep(new Step(s.step(), s.plan(), List.of(), null)));
        return Pausing.pause(s.run(), order, s.step() + 1, 1, story);
    }

    static Decision resume(RunState.Delegating s, RunEvent.ResumeOrdered event) {
        if (s.pause() == null) {
            return UnexpectedEvent.stay(s, event);
        }
        DecisionBuilder story =
                new DecisionBuilder().tell(new RunFact.RunResumed(event.by(), event.reason(), event.note()));
        RunState.Delegating going =
                s.in(Pausing.told(s.run(), event), s.tasks()).pausedBy(null);
        return Delegating.advance(going, event.at(), story, "resumed by " + event.by());
    }

    static void cancelChildren(RunState.Delegating s, String reason, DecisionBuilder story) {
        s.tasks().stream()
                .filter(DelegatedStep::running)
                .forEach(t -> story.command(new RunCommand.CancelChild(s.run(), t.childRunId(), reason)));
    }
}
