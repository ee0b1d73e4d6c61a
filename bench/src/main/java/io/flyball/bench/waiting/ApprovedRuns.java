package io.flyball.bench.waiting;

import io.flyball.bench.engine.Answers;
import io.flyball.bench.engine.EngineScenario;
import io.flyball.bench.load.Progress;
import io.flyball.bench.load.Scenario;
import io.flyball.contract.ActionProposal;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import java.time.Instant;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Approves what was held, one run for each that is to begin, and sees each to its end. */
final class ApprovedRuns implements Scenario {
    private final Wire wire;
    private final Deque<ActionProposal> held;
    private final Answers answers = Answers.ofSteps(1);
    private final EngineScenario engine;
    /** The driver names runs anew; these have their names already. */
    private final Map<String, String> named = new HashMap<>();

    ApprovedRuns(Wire wire, Deque<ActionProposal> held) {
        this.wire = wire;
        this.held = held;
        this.engine = new EngineScenario(wire, answers);
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.PLAN_REQUESTS, Topics.TOOL_CALLS, Topics.RESULTS);
    }

    @Override
    public void begin(String name, Producer<String, byte[]> out, Progress progress) {
        ActionProposal proposal = held.remove();
        named.put(proposal.getRunId(), name);
        out.send(new ProducerRecord<>(
                Topics.ACTION_VERDICTS,
                proposal.getRunId(),
                wire.encode(Topics.ACTION_VERDICTS, answers.allow(proposal, 2, Instant.now()))));
    }

    @Override
    public void answer(ConsumerRecord<String, byte[]> record, Producer<String, byte[]> out, Progress progress) {
        engine.answer(record, out, new Progress() {
            @Override
            public void step(String runId) {
                progress.step(named.getOrDefault(runId, runId));
            }

            @Override
            public void ended(String runId) {
                progress.ended(named.getOrDefault(runId, runId));
            }
        });
    }
}
