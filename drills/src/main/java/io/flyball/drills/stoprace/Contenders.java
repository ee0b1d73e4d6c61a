package io.flyball.drills.stoprace;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ActionVerdict;
import io.flyball.contract.ToolCall;
import io.flyball.contract.ToolResult;
import io.flyball.contract.ToolStatus;
import io.flyball.drills.suite.Suite;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Keeps so many changes under way, each proposed, allowed and called as the orchestrator would: what comes back because of a stop or an
 * old grant is proposed again, after any other end the next one follows.
 */
final class Contenders implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Changes changes;
    private final RegistryWire wire;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private final Map<String, ActionProposal> open = new ConcurrentHashMap<>();
    private final AtomicInteger governedAgain = new AtomicInteger();
    private final AtomicInteger sentInAll = new AtomicInteger();
    private final Thread reader =
            Thread.ofPlatform().daemon().name("contenders").unstarted(this::loop);
    private volatile boolean closing;

    Contenders(Suite suite, StopRaceSettings settings, URI effects) {
        changes = new Changes(settings, effects);
        wire = new RegistryWire(suite.registry());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", suite.broker(), "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", suite.broker(),
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Begins with so many at once, of which some are process trees that only a stop ends. */
    void start(int effects, int trees) {
        List<TopicPartition> partitions = List.of(Topics.ACTION_VERDICTS, Topics.TOOL_RESULTS).stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader.start();
        for (int i = 0; i < effects; i++) {
            propose(changes.effect());
        }
        for (int i = 0; i < trees; i++) {
            propose(changes.tree());
        }
    }

    private void loop() {
        try (consumer) {
            while (!closing) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    take(record);
                }
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.topic().equals(Topics.ACTION_VERDICTS)) {
                verdict(wire.decode(record.topic(), record.value(), ActionVerdict.class));
            } else {
                result(wire.decode(record.topic(), record.value(), ToolResult.class));
            }
        } catch (Unreadable e) {
            throw new IllegalStateException("a record of the suite itself cannot be read", e);
        }
    }

    private void verdict(ActionVerdict verdict) {
        ActionProposal proposal = open.get(verdict.getActionId());
        if (proposal == null) {
            return;
        }
        if (verdict.getGrant() == null) {
            throw new IllegalStateException("the drill's change is not allowed: " + verdict.getReason());
        }
        int dispatch = sent.merge(verdict.getActionId(), 1, Integer::sum);
        sentInAll.incrementAndGet();
        ToolCall call = Changes.call(proposal, verdict, dispatch);
        send(Topics.TOOL_CALLS, call.getRunId(), call);
    }

    private void result(ToolResult result) {
        ActionProposal proposal = open.get(result.getActionId());
        if (proposal == null
                || result.getStatus() == ToolStatus.STARTED
                || result.getStatus() == ToolStatus.WAITING
                || result.getDispatch() != sent.getOrDefault(result.getActionId(), 0)) {
            return;
        }
        if (result.getGovernAgain() || result.getStatus() == ToolStatus.STOPPED && result.getStartedAt() == null) {
            governedAgain.incrementAndGet();
            propose(ActionProposal.newBuilder(proposal)
                    .setSent(result.getDispatch())
                    .build());
        } else {
            open.remove(result.getActionId());
            propose(proposal.getTool().equals(Changes.TREE) ? changes.tree() : changes.effect());
        }
    }

    private void propose(ActionProposal proposal) {
        if (!closing) {
            open.put(proposal.getActionId(), proposal);
            send(Topics.ACTION_PROPOSALS, proposal.getRunId(), proposal);
        }
    }

    private void send(String topic, String run, SpecificRecord record) {
        producer.send(new ProducerRecord<>(topic, run, wire.encode(topic, record)));
    }

    /** How many calls were sent. */
    int sent() {
        return sentInAll.get();
    }

    /** How often something was proposed again, because a stop or an old grant kept it from starting. */
    int governedAgain() {
        return governedAgain.get();
    }

    /** Whether it still works. */
    boolean alive() {
        return reader.isAlive();
    }

    @Override
    public void close() {
        closing = true;
        try {
            reader.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(5));
        wire.close();
    }
}
