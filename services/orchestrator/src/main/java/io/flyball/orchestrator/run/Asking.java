package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.RunEvent.AnswerGiven;
import java.time.Instant;
import java.util.List;

/** A question to people, and its answer. */
final class Asking {
    private Asking() {}

    static Decision ask(Run run, int step, Plan plan, Plan.Wants.Ask ask, Instant at, DecisionBuilder story) {
        story.tell(new RunFact.QuestionAsked(ask.question()))
                .command(new RunCommand.KeepStep(new Step(step, plan, List.of(), null)))
                .command(new RunCommand.AskPeople(run, "has a question", ask.question(), step));
        Instant deadline = at.plus(run.spec().limits().patience().answer());
        return story.to(new RunState.AwaitingAnswer(run, step, ask.question(), deadline), "a person is asked");
    }

    static Decision decide(RunState.AwaitingAnswer s, RunEvent.Within event) {
        return switch (event) {
            case AnswerGiven e -> answered(s, e);
            case RunEvent.TimePassed e when !e.at().isBefore(s.deadline()) -> unanswered(s, e.at());
            case RunEvent.PauseOrdered e -> Pausing.pause(s.run(), e, s.step() + 1, 1, new DecisionBuilder());
            case RunEvent.ResumeOrdered _ -> Decision.stay(s, "it waits for an answer, not for a resume");
            case RunEvent.TimePassed _,
                    RunEvent.PlanArrived _,
                    RunEvent.VerdictArrived _,
                    RunEvent.ToolStarted _,
                    RunEvent.LockAwaited _,
                    RunEvent.ToolEnded _,
                    RunEvent.ChildEnded _,
                    RunEvent.StopEngaged _,
                    RunEvent.StopReleased _ -> UnexpectedEvent.stay(s, event);
        };
    }

    private static Decision answered(RunState.AwaitingAnswer s, AnswerGiven event) {
        Run run =
                s.run().withBackground("Asked: " + s.question() + " Answered by " + event.by() + ": " + event.answer());
        DecisionBuilder story = new DecisionBuilder().tell(new RunFact.QuestionAnswered(event.by(), event.answer()));
        return Planning.nextStep(run, event.at(), story, "answered");
    }

    private static Decision unanswered(RunState.AwaitingAnswer s, Instant at) {
        var handOver = new HandOver(
                "nobody answered the agent's question: " + s.question(),
                "",
                List.of("Answer it and open a new run, or go on by hand."));
        return Ending.handedOver(s.run(), List.of(), handOver, at, new DecisionBuilder());
    }
}
