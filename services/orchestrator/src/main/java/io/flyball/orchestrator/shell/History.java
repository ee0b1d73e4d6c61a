package io.flyball.orchestrator.shell;

import io.flyball.contract.FurtherFact;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunStatus;
import io.flyball.orchestrator.run.ActionState;
import io.flyball.orchestrator.run.RunFact;
import io.flyball.orchestrator.run.RunState;
import io.flyball.orchestrator.shell.Outputs.Output;
import io.flyball.schemas.RunHistory;
import io.flyball.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What one decision tells of a run, in as few records as fit: each record costs Kafka as much as a small step of the engine. */
final class History {
    /** Characters of text in one record, unless a single thing needs more; well below what a topic takes. */
    static final int MOST_TEXT = 200_000;

    private final String runId;
    private final Identity run;
    private final RunState after;
    private final Instant at;
    private final List<Output> records = new ArrayList<>();
    private final List<FurtherFact> further = new ArrayList<>();
    private Told told;
    private RunEvent.Builder first;
    private int text;

    History(String runId, Identity run, Told told, RunState after, Instant at) {
        this.runId = runId;
        this.run = run;
        this.told = told;
        this.after = after;
        this.at = at;
        this.first = RunEvent.newBuilder();
    }

    void tell(RunFact fact) {
        SpecificRecord what = FactMapper.what(fact);
        told = told.and(fact, after);
        int more = Texts.characters(what);
        if (text + more > MOST_TEXT) {
            close();
        }
        text += more;
        if (first.hasWhat()) {
            further.add(new FurtherFact(told.step(), what));
        } else {
            first = event(what);
        }
    }

    /** The records, in order. */
    List<Output> records() {
        close();
        return List.copyOf(records);
    }

    /** How far the history is told now. */
    Told told() {
        return told;
    }

    private void close() {
        if (first.hasWhat()) {
            RunEvent event = first.setFurther(List.copyOf(further)).build();
            records.add(new Output(Topics.RUN_EVENTS, runId, event));
        }
        first = RunEvent.newBuilder();
        further.clear();
        text = 0;
    }

    private RunEvent.Builder event(SpecificRecord what) {
        return RunEvent.newBuilder()
                .setId(RunHistory.id(runId, told.sequence()))
                .setRunId(runId)
                .setTenant(run.tenant())
                .setAgent(run.agent())
                .setSequence(told.sequence())
                .setStatus(status(after))
                .setStep(told.step())
                .setTraceId(run.traceId())
                .setWhat(what)
                .setAt(at);
    }

    private static RunStatus status(RunState state) {
        return switch (state) {
            case RunState.Planning _, RunState.BackingOff _ -> RunStatus.PLANNING;
            case RunState.Acting s when s.held() != null -> RunStatus.HELD;
            case RunState.Acting s when s.pause() != null -> RunStatus.PAUSED;
            case RunState.Acting s ->
                s.actions().stream().anyMatch(a -> a.state() instanceof ActionState.AwaitingApproval)
                        ? RunStatus.AWAITING_APPROVAL
                        : RunStatus.ACTING;
            case RunState.Queued _ -> RunStatus.QUEUED;
            case RunState.Delegating s -> s.pause() == null ? RunStatus.DELEGATING : RunStatus.PAUSED;
            case RunState.AwaitingAnswer _ -> RunStatus.AWAITING_ANSWER;
            case RunState.Paused _ -> RunStatus.PAUSED;
            case RunState.Held _ -> RunStatus.HELD;
            case RunState.Closing _ -> RunStatus.CLOSING;
            case RunState.Ended _ -> RunStatus.ENDED;
        };
    }
}
