package io.flyball.governor.topology;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ApprovalDecision;
import io.flyball.governor.approval.Answer;
import io.flyball.governor.approval.ApprovalCommand;
import io.flyball.governor.approval.ApprovalCommand.KeepGrant;
import io.flyball.governor.approval.ApprovalCommand.RefuseAnswer;
import io.flyball.governor.approval.ApprovalEvent;
import io.flyball.governor.approval.ApprovalEvent.ActionProposed;
import io.flyball.governor.approval.ApprovalEvent.AnswerGiven;
import io.flyball.governor.approval.ApprovalEvent.StopLifted;
import io.flyball.governor.approval.ApprovalEvent.TimePassed;
import io.flyball.governor.approval.ApprovalMachine;
import io.flyball.governor.approval.ApprovalState.AwaitingApproval;
import io.flyball.governor.approval.ApprovalState.HeldByStop;
import io.flyball.governor.approval.Decision;
import io.flyball.governor.approval.Grant;
import io.flyball.governor.approval.StopSight;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import io.flyball.governor.topology.Outputs.Output;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.Edges;
import io.flyball.platform.telemetry.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One task's actions: event in, decision, state and records out, all in one transaction. */
final class GovernorProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {
    private static final Logger log = LoggerFactory.getLogger(GovernorProcessor.class);
    /** What is done at one look, so that a release of ten thousand actions does not outlast a transaction. */
    private static final int MOST = 500;

    private static final Duration KEEPING_UP = Duration.ofMillis(10);

    private final ApprovalMachine machine;
    private final Judging judging;
    private final StopSightings stop;
    private final GovernSpans spans;
    private final EventHeaders headers;
    private final Duration lookEvery;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable ActionStore store;

    GovernorProcessor(
            ApprovalMachine machine,
            Judging judging,
            StopSightings stop,
            GovernSpans spans,
            EventHeaders headers,
            Duration lookEvery) {
        this.machine = machine;
        this.judging = judging;
        this.stop = stop;
        this.spans = spans;
        this.headers = headers;
        this.lookEvery = lookEvery;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        store = new ActionStore(processorContext.getStateStore(ActionStore.NAME));
        processorContext.schedule(lookEvery, PunctuationType.WALL_CLOCK_TIME, now -> look(Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<String, SpecificRecord> message) {
        switch (message.value()) {
            case ActionProposal proposal -> proposed(ProposalMapper.proposal(proposal), message);
            case ApprovalDecision decision -> answered(ProposalMapper.answer(decision), message);
            default ->
                throw new IllegalArgumentException(
                        "nothing here reads " + message.value().getSchema().getName());
        }
        commitIfKeepingUp(message);
    }

    /**
     * A verdict is heard when its transaction commits. While records come no faster than they are governed each commits at
     * once; a record that is late already shares the next transaction with those behind it.
     */
    private void commitIfKeepingUp(Record<String, SpecificRecord> message) {
        long lag = now().toEpochMilli() - message.timestamp();
        if (lag < KEEPING_UP.toMillis()) {
            Objects.requireNonNull(context).commit();
        }
    }

    private void proposed(Proposal proposal, Record<String, SpecificRecord> message) {
        spans.govern(message.headers(), proposal, () -> {
            StoredAction stored = store().find(proposal.actionId())
                    .orElseGet(() -> StoredAction.fresh(Telemetry.currentTraceparent()));
            Judgement judgement = judging.judge(proposal);
            StopSight sight = stop.of(proposal.run().agent());
            apply(
                    proposal.actionId(),
                    proposal.run().runId(),
                    stored,
                    new ActionProposed(proposal, judgement, sight, grant(proposal, judgement), now()));
        });
    }

    private void answered(Answer answer, Record<String, SpecificRecord> message) {
        StoredAction stored = store().find(answer.approvalId()).orElseGet(() -> StoredAction.fresh(""));
        spans.answer(message.headers(), stored.traceparent(), answer.approvalId(), () -> {
            Optional<Proposal> held = stored.state() instanceof AwaitingApproval waiting
                    ? Optional.of(waiting.proposal())
                    : Optional.empty();
            StopSight sight = held.map(proposal -> stop.of(proposal.run().agent()))
                    .orElseGet(() -> new StopSight(false, "nothing is held under that approval"));
            apply(
                    answer.approvalId(),
                    answer.runId(),
                    stored,
                    new AnswerGiven(answer, held.map(judging::judge), sight, now()));
        });
    }

    /** Whatever time and the release of a stop bring. */
    private void look(Instant now) {
        for (String actionId : store().due(now, MOST)) {
            store().find(actionId).ifPresent(stored -> timePassed(actionId, stored, now));
        }
        Map<String, StopSight> sights = new HashMap<>();
        for (String actionId : store().stopped(MOST)) {
            store().find(actionId).ifPresent(stored -> lift(stored, sights, now));
        }
    }

    /** What is only forgotten leaves no span in a trace that ended long ago. */
    private void timePassed(String actionId, StoredAction stored, Instant now) {
        TimePassed event = new TimePassed(now);
        if (stored.state() instanceof AwaitingApproval waiting) {
            resume("time", waiting.proposal(), stored, event);
        } else {
            apply(actionId, "", stored, event);
        }
    }

    private void lift(StoredAction stored, Map<String, StopSight> sights, Instant now) {
        if (stored.state() instanceof HeldByStop held
                && sights.computeIfAbsent(held.proposal().run().agent(), stop::of)
                        .mayAct()) {
            Judgement judgement = judging.judge(held.proposal());
            resume(
                    "release",
                    held.proposal(),
                    stored,
                    new StopLifted(judgement, grant(held.proposal(), judgement), now));
        }
    }

    private void resume(String what, Proposal proposal, StoredAction stored, ApprovalEvent event) {
        spans.resume(
                what,
                stored.traceparent(),
                proposal.actionId(),
                () -> apply(proposal.actionId(), proposal.run().runId(), stored, event));
    }

    private void apply(String actionId, String runId, StoredAction stored, ApprovalEvent event) {
        Decision decision = machine.decide(stored.state(), event);
        log.debug("{}: {}: {}", actionId, event.getClass().getSimpleName(), decision.why());
        if (!decision.next().equals(stored.state())) {
            store().put(actionId, stored.state(), stored.in(decision.next()));
        }
        decision.commands().forEach(command -> perform(runId, command, event.at()));
    }

    private void perform(String runId, ApprovalCommand command, Instant at) {
        GovernSpans.note(command);
        if (command instanceof KeepGrant keep) {
            store().put(keep.grant());
        } else if (command instanceof RefuseAnswer refusal) {
            log.warn("{}: an answer is refused: {}", runId, refusal.why());
        }
        Outputs.of(command).forEach(output -> forward(runId, output, at));
    }

    private void forward(String runId, Output output, Instant at) {
        var record = new Record<>(runId, output.record(), at.toEpochMilli(), headers.of(runId, output.record(), at));
        Objects.requireNonNull(context).forward(record, Edges.sinkName(output.topic()));
    }

    private Optional<Grant> grant(Proposal proposal, Judgement judgement) {
        return store().grant(Grant.Scope.of(proposal, judgement));
    }

    private Instant now() {
        return Instant.ofEpochMilli(Objects.requireNonNull(context).currentSystemTimeMs());
    }

    private ActionStore store() {
        return Objects.requireNonNull(store);
    }
}
