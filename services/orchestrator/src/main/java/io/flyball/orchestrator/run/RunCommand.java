package io.flyball.orchestrator.run;

import java.time.Instant;

/** What the shell is told to do. */
public sealed interface RunCommand {

    /** Tell the run's history. */
    record Tell(RunFact fact) implements RunCommand {}

    /** Ask the planner for the next step of this run. */
    record RequestPlan(Run run, String requestId, int step, Instant deadline) implements RunCommand {}

    /** Put an action before the governor. */
    record Propose(Run run, int step, Action action) implements RunCommand {}

    /** Let the tool executor run an allowed action. */
    record CallTool(Run run, int step, Action action, Verdict allowed, int dispatch, Instant deadline)
            implements RunCommand {}

    /** Keep a step for later plan requests and the result. */
    record KeepStep(Step turn) implements RunCommand {}

    /** End what the run's tools are doing. */
    record CancelTools(Run run, String reason) implements RunCommand {}

    /** Open a specialist's run. */
    record OpenChild(Run run, DelegatedStep task, Remaining limits) implements RunCommand {}

    /** End a specialist's run. */
    record CancelChild(Run run, String childRunId, String reason) implements RunCommand {}

    /** Give a run that waits for it what this one found. */
    record Report(Parent to, Finding finding) implements RunCommand {}

    /** Tell people how a long task comes on. */
    record ReportProgress(Run run, String text) implements RunCommand {}

    /** Tell people that the agent has a question, or that it hands over and waits. */
    record AskPeople(Run run, String title, String text, int step) implements RunCommand {}

    /** Publish the result again: the alert came back, so the run was not effective. */
    record Retract(Run run, RunResult conclusion) implements RunCommand {}

    /** Tell people that the run began. */
    record Brief(Run run) implements RunCommand {}

    /** Publish the result, tell people and let admission know. */
    record Conclude(Run run, RunResult conclusion) implements RunCommand {}

    /** Drop all that is kept of the run. */
    record Forget(String runId) implements RunCommand {}
}
