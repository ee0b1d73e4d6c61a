package io.flyball.bench.engine;

import io.flyball.bench.load.Progress;
import io.flyball.bench.load.Scenario;
import io.flyball.contract.ActionProposal;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.ToolCall;
import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import java.time.Instant;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Planner, governor, executor and the asking console in one, each answering at once. */
public final class EngineScenario implements Scenario {
    private final Wire wire;
    private final Answers answers;

    public EngineScenario(Wire wire, Answers answers) {
        this.wire = wire;
        this.answers = answers;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.PLAN_REQUESTS, Topics.ACTION_PROPOSALS, Topics.TOOL_CALLS, Topics.RESULTS);
    }

    @Override
    public void begin(String runId, Producer<String, byte[]> out, Progress progress) {
        send(out, Topics.RUN_REQUESTS, runId, Answers.request(runId, Instant.now()));
    }

    @Override
    public void answer(ConsumerRecord<String, byte[]> record, Producer<String, byte[]> out, Progress progress) {
        String run = record.key();
        Instant now = Instant.now();
        switch (record.topic()) {
            case Topics.PLAN_REQUESTS -> {
                progress.step(run);
                send(out, Topics.PLAN_DECISIONS, run, answers.plan(read(record, PlanRequest.class), now));
            }
            case Topics.ACTION_PROPOSALS ->
                send(out, Topics.ACTION_VERDICTS, run, answers.verdict(read(record, ActionProposal.class), now));
            case Topics.TOOL_CALLS ->
                send(out, Topics.TOOL_RESULTS, run, answers.result(read(record, ToolCall.class), now));
            case Topics.RESULTS -> progress.ended(run);
            default -> throw new IllegalArgumentException("not read here: " + record.topic());
        }
    }

    private <T extends SpecificRecord> T read(ConsumerRecord<String, byte[]> record, Class<T> type) {
        try {
            return wire.decode(record.topic(), record.value(), type);
        } catch (Unreadable e) {
            throw new IllegalStateException("the engine wrote what nobody can read", e);
        }
    }

    private void send(Producer<String, byte[]> out, String topic, String run, SpecificRecord record) {
        out.send(new ProducerRecord<>(topic, run, wire.encode(topic, record)));
    }
}
