package io.flyball.orchestrator.shell;

import io.flyball.contract.RunResult;
import io.flyball.orchestrator.audit.AuditChains;
import io.flyball.orchestrator.run.Decision;
import io.flyball.orchestrator.run.RunCommand;
import io.flyball.orchestrator.run.RunEvent;
import io.flyball.orchestrator.run.RunMachine;
import io.flyball.orchestrator.run.RunState;
import io.flyball.orchestrator.shell.Outputs.Output;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.StreamEnds;
import io.flyball.schemas.audit.Head;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the machine and carries its decision out: state, timers and records. */
final class DecisionCarrier {
    private static final Logger log = LoggerFactory.getLogger(DecisionCarrier.class);

    private final ProcessorContext<String, SpecificRecord> context;
    private final RunStore store;
    private final Timers timers;
    private final Outputs outputs;
    private final EventHeaders headers;
    private final AuditChains audit;

    DecisionCarrier(
            ProcessorContext<String, SpecificRecord> context,
            RunStore store,
            Timers timers,
            Outputs outputs,
            EventHeaders headers,
            AuditChains audit) {
        this.context = context;
        this.store = store;
        this.timers = timers;
        this.outputs = outputs;
        this.headers = headers;
        this.audit = audit;
    }

    /** What the machine decides on the event is stored, and what it says is sent. */
    void carryOut(String runId, Identity run, Told told, Taints taints, @Nullable RunState before, RunEvent event) {
        Decision decision = RunMachine.decide(before, event);
        log.debug("{}: {} -> {}", runId, event.getClass().getSimpleName(), decision.why());
        decision.commands().forEach(command -> keep(runId, command));
        RunState after = decision.next();
        if (after == null) {
            timers.drop(runId);
            decision.commands().stream()
                    .flatMap(command -> outputs.of(command, run, List.of(), event.at()).stream())
                    .forEach(output -> forward(output, taints, event.at()));
            return;
        }
        List<Output> all = new ArrayList<>();
        Told newest = records(runId, run, told, decision, event.at(), all);
        all.addAll(Outputs.activity(runId, run, before, after, event.at()));
        store.put(runId, StoredRun.of(newest.sequence(), newest.step(), run, after, taints));
        timers.follow(runId, after);
        all.forEach(output -> forward(output, taints, event.at()));
    }

    /** Adds what the decision gives, and says how far the history is told then. */
    private Told records(String runId, Identity run, Told told, Decision decision, Instant at, List<Output> all) {
        RunState after = Objects.requireNonNull(decision.next());
        History history = new History(runId, run, told, after, at);
        for (RunCommand command : decision.commands()) {
            if (command instanceof RunCommand.Tell tell) {
                history.tell(tell.fact());
            }
            all.addAll(outputs.of(command, run, turnsFor(runId, command), at));
        }
        all.addAll(history.records());
        return history.told();
    }

    private void keep(String runId, RunCommand command) {
        if (command instanceof RunCommand.KeepStep kept) {
            store.keep(runId, kept.turn());
        } else if (command instanceof RunCommand.Forget) {
            store.forget(runId);
        }
    }

    private List<io.flyball.orchestrator.run.Step> turnsFor(String runId, RunCommand command) {
        return command instanceof RunCommand.RequestPlan
                        || command instanceof RunCommand.Conclude
                        || command instanceof RunCommand.Retract
                ? store.turns(runId)
                : List.of();
    }

    private void forward(Output output, Taints taints, Instant at) {
        SpecificRecord told =
                output.record() instanceof RunResult result ? withHead(result) : taints.mark(output.record());
        var record = new Record<>(output.key(), told, at.toEpochMilli(), headers.of(output.key(), told, at));
        context.forward(record, StreamEnds.sinkName(output.topic()));
    }

    /** Where its chain ends now; what is still told of it continues from there. */
    private RunResult withHead(RunResult result) {
        Head head = audit.head(result.getRunId());
        return RunResult.newBuilder(result)
                .setAuditEntries(head.sequence())
                .setAuditHash(head.hash())
                .build();
    }
}
