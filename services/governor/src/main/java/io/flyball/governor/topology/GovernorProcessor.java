package io.flyball.governor.topology;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ApprovalDecision;
import io.flyball.governor.topology.Outputs.Output;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.Intake;
import io.flyball.platform.streams.StreamEnds;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** One task's actions in Kafka's terms: records in, state and records out, all in one transaction. */
final class GovernorProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {
    private static final Duration KEEPING_UP = Duration.ofMillis(10);

    private final BiFunction<ActionStore, ActionGovernor.Out, ActionGovernor> makeGovernor;
    private final EventHeaders headers;
    private final Duration lookEvery;
    private final Duration absentAfter;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable ActionGovernor governor;
    private Presence presence;

    GovernorProcessor(
            BiFunction<ActionStore, ActionGovernor.Out, ActionGovernor> makeGovernor,
            EventHeaders headers,
            Duration lookEvery,
            Duration absentAfter) {
        this.makeGovernor = makeGovernor;
        this.headers = headers;
        this.lookEvery = lookEvery;
        this.absentAfter = absentAfter;
        this.presence = new Presence(absentAfter);
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        var store = new ActionStore(processorContext.getStateStore(ActionStore.NAME));
        ActionGovernor made = makeGovernor.apply(store, this::forward);
        governor = made;
        presence = new Presence(absentAfter);
        processorContext.schedule(
                lookEvery, PunctuationType.WALL_CLOCK_TIME, now -> look(made, Instant.ofEpochMilli(now)));
    }

    /** Without its broker the governor hears nobody, however often it looks. */
    private void look(ActionGovernor govern, Instant now) {
        Intake intake = Intake.ofThisThread();
        if (!intake.silent(now)) {
            presence.there(now).ifPresent(govern::back);
            govern.look(now, until -> intake.hasRead(until, now));
        }
    }

    @Override
    public void process(Record<String, SpecificRecord> message) {
        ActionGovernor govern = Objects.requireNonNull(governor);
        presence.there(now()).ifPresent(govern::back);
        switch (message.value()) {
            case ActionProposal proposal ->
                govern.proposed(ProposalMapper.proposal(proposal), message.headers(), now());
            case ApprovalDecision decision ->
                govern.answered(ProposalMapper.answer(decision), message.headers(), now());
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
            context().commit();
        }
    }

    private void forward(String runId, Output output, Instant at) {
        var record = new Record<>(runId, output.record(), at.toEpochMilli(), headers.of(runId, output.record(), at));
        context().forward(record, StreamEnds.sinkName(output.topic()));
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private ProcessorContext<String, SpecificRecord> context() {
        return Objects.requireNonNull(context);
    }
}
