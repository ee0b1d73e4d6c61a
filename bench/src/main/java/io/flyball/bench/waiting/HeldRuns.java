package io.flyball.bench.waiting;

import io.flyball.bench.engine.Answers;
import io.flyball.bench.engine.EngineScenario;
import io.flyball.bench.load.Progress;
import io.flyball.bench.load.Scenario;
import io.flyball.contract.ActionProposal;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunStatus;
import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;

/** Runs whose first action is held for an approval; such a run counts as arrived once its history says that it waits. */
final class HeldRuns implements Scenario {
    private final Wire wire;
    private final EngineScenario engine;
    private final Deque<ActionProposal> held = new ArrayDeque<>();

    HeldRuns(Wire wire, Instant until) {
        this.wire = wire;
        this.engine = new EngineScenario(wire, new Answers(1, Optional.of(until)));
    }

    /** What was proposed and is held. */
    Deque<ActionProposal> held() {
        return held;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.PLAN_REQUESTS, Topics.ACTION_PROPOSALS, Topics.RUN_EVENTS);
    }

    @Override
    public void begin(String runId, Producer<String, byte[]> out, Progress progress) {
        engine.begin(runId, out, progress);
    }

    @Override
    public void answer(ConsumerRecord<String, byte[]> record, Producer<String, byte[]> out, Progress progress) {
        try {
            if (record.topic().equals(Topics.RUN_EVENTS)) {
                RunEvent event = wire.decode(record.topic(), record.value(), RunEvent.class);
                if (event.getStatus() == RunStatus.AWAITING_APPROVAL) {
                    progress.ended(record.key());
                }
                return;
            }
            if (record.topic().equals(Topics.ACTION_PROPOSALS)) {
                held.add(wire.decode(record.topic(), record.value(), ActionProposal.class));
            }
            engine.answer(record, out, progress);
        } catch (Unreadable e) {
            throw new IllegalStateException("the engine wrote what nobody can read", e);
        }
    }
}
