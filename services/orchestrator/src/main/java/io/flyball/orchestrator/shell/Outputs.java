package io.flyball.orchestrator.shell;

import io.flyball.contract.AdmissionInput;
import io.flyball.contract.RunActivityChanged;
import io.flyball.orchestrator.run.Activity;
import io.flyball.orchestrator.run.RunCommand;
import io.flyball.orchestrator.run.RunState;
import io.flyball.orchestrator.run.Step;
import io.flyball.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Commands of one decision as records for topics. */
final class Outputs {
    private final ResultMapper results;
    private final Notices notices;
    private final int mostOfTurns;

    /** @param mostOfTurns bytes that a plan request may say of the steps before */
    Outputs(Links links, int mostOfTurns) {
        this.mostOfTurns = mostOfTurns;
        this.results = new ResultMapper(links);
        this.notices = new Notices(links);
    }

    /** A record and where it goes. */
    record Output(String topic, String key, SpecificRecord record) {}

    List<Output> of(RunCommand command, Identity self, List<Step> turns, Instant at) {
        return switch (command) {
            case RunCommand.RequestPlan c ->
                List.of(new Output(
                        Topics.PLAN_REQUESTS, c.run().id(), PlanRequestMapper.request(c, turns, mostOfTurns, at)));
            case RunCommand.Propose c ->
                List.of(new Output(Topics.ACTION_PROPOSALS, c.run().id(), ActionMapper.proposal(c, at)));
            case RunCommand.CallTool c ->
                List.of(new Output(Topics.TOOL_CALLS, c.run().id(), ActionMapper.call(c, at)));
            case RunCommand.CancelTools c ->
                List.of(new Output(Topics.CONTROL, c.run().id(), ActionMapper.cancel(c, at)));
            case RunCommand.Brief c ->
                List.of(new Output(Topics.NOTIFICATIONS, c.run().id(), notices.briefing(c.run(), at)));
            case RunCommand.OpenChild c ->
                List.of(new Output(Topics.RUN_REQUESTS, c.task().childRunId(), ReportMapper.open(c, at)));
            case RunCommand.CancelChild c ->
                List.of(new Output(Topics.CONTROL, c.childRunId(), ReportMapper.cancel(c, at)));
            case RunCommand.Report c ->
                List.of(new Output(Topics.RUN_ADMISSIONS, c.to().runId(), ReportMapper.report(c, self, at)));
            case RunCommand.ReportProgress c ->
                List.of(new Output(Topics.NOTIFICATIONS, c.run().id(), notices.progress(c.run(), c.text(), at)));
            case RunCommand.AskPeople c ->
                List.of(new Output(Topics.NOTIFICATIONS, c.run().id(), notices.asking(c, at)));
            case RunCommand.Retract c -> retract(c, turns, at);
            case RunCommand.Conclude c -> conclude(c, turns);
            // These stay inside: history is numbered by the caller, turns and forgetting concern the stores.
            case RunCommand.Tell _, RunCommand.KeepStep _, RunCommand.Forget _ -> List.of();
        };
    }

    /** The result once more, now marked as not effective. */
    private List<Output> retract(RunCommand.Retract c, List<Step> turns, Instant at) {
        String runId = c.run().id();
        return List.of(
                new Output(Topics.RESULTS, runId, results.result(c.run(), c.conclusion(), turns, false)),
                new Output(Topics.NOTIFICATIONS, runId, notices.returned(c.run(), at)));
    }

    private List<Output> conclude(RunCommand.Conclude c, List<Step> turns) {
        List<Output> outputs = new ArrayList<>();
        String runId = c.run().id();
        outputs.add(new Output(Topics.RESULTS, runId, results.result(c.run(), c.conclusion(), turns, true)));
        outputs.add(new Output(Topics.NOTIFICATIONS, runId, notices.closing(c.run(), c.conclusion())));
        String fingerprint =
                c.run().spec().alert() == null ? runId : c.run().spec().alert().fingerprint();
        outputs.add(new Output(Topics.ADMISSION_INPUTS, fingerprint, results.closed(c.run(), c.conclusion())));
        return outputs;
    }

    /** Admission is told when a run begins to wait for people, is held, or goes on. */
    static List<Output> activity(String runId, Identity run, @Nullable RunState before, RunState after, Instant at) {
        return Activity.news(before, after)
                .map(now -> new RunActivityChanged(
                        runId, run.tenant(), io.flyball.contract.RunActivity.valueOf(now.name()), at))
                .map(news -> new Output(Topics.ADMISSION_INPUTS, runId, new AdmissionInput(news)))
                .stream()
                .toList();
    }
}
