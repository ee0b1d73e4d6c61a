package io.flyball.bench.whole;

import io.flyball.bench.engine.Answers;
import io.flyball.bench.load.Progress;
import io.flyball.bench.load.Scenario;
import io.flyball.contract.PlanRequested;
import io.flyball.contract.RunEvent;
import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.RunHistory;
import io.flyball.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Only opens runs and reads their history; everybody else is real. */
final class WholeScenario implements Scenario {
    private final Wire wire;

    WholeScenario(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.RUN_EVENTS, Topics.RESULTS);
    }

    @Override
    public void begin(String runId, Producer<String, byte[]> out, Progress progress) {
        byte[] request = wire.encode(Topics.RUN_REQUESTS, Answers.request(runId, Instant.now()));
        out.send(new ProducerRecord<>(Topics.RUN_REQUESTS, runId, request));
    }

    @Override
    public void answer(ConsumerRecord<String, byte[]> record, Producer<String, byte[]> out, Progress progress) {
        if (record.topic().equals(Topics.RESULTS)) {
            progress.ended(record.key());
        } else if (history(record).stream().anyMatch(event -> event.getWhat() instanceof PlanRequested)) {
            progress.step(record.key());
        }
    }

    private List<RunEvent> history(ConsumerRecord<String, byte[]> record) {
        try {
            return RunHistory.oneByOne(wire.decode(record.topic(), record.value(), RunEvent.class));
        } catch (Unreadable e) {
            throw new IllegalStateException("the engine wrote what nobody can read", e);
        }
    }
}
