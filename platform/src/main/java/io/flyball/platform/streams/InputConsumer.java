package io.flyball.platform.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a stream thread's input: gathers what it reads, and waits for longer in a quiet time, until the bell rings. */
final class InputConsumer extends KafkaConsumer<byte[], byte[]> {
    private final Bell bell;
    private final Patience patience;
    private final BrokerIntake intake;
    private final AtomicBoolean rung = new AtomicBoolean();
    private final Runnable wake = this::wake;
    /** Partitions that came or went within the newest poll. */
    private final Set<TopicPartition> moved = new HashSet<>();

    private final ReadAhead gathering = new ReadAhead(new ReadAhead.Input() {
        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration time) {
            return pollOnce(time);
        }

        @Override
        public boolean stayed(TopicPartition partition) {
            return !moved.contains(partition) && assignment().contains(partition);
        }
    });

    InputConsumer(Map<String, Object> config, Bell bell, Duration restless) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.bell = bell;
        this.patience = new Patience(restless, System.nanoTime());
        this.intake = ConsumerLog.intake(this, config);
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
        super.subscribe(topics, noting(listener));
    }

    @Override
    public void subscribe(Pattern topics, ConsumerRebalanceListener listener) {
        super.subscribe(topics, noting(listener));
    }

    private ConsumerRebalanceListener noting(ConsumerRebalanceListener listener) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                moved.addAll(partitions);
                listener.onPartitionsRevoked(partitions);
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                moved.addAll(partitions);
                listener.onPartitionsAssigned(partitions);
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
                moved.addAll(partitions);
                listener.onPartitionsLost(partitions);
            }
        };
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration usual) {
        Intake.onThisThread(intake);
        ConsumerRecords<byte[], byte[]> records = pollPatiently(usual);
        intake.polled(Instant.now());
        return records;
    }

    private ConsumerRecords<byte[], byte[]> pollPatiently(Duration usual) {
        long now = System.nanoTime();
        // Without partitions, or while their state is restored, the thread has other things to see to.
        if (assignment().isEmpty() || !paused().isEmpty()) {
            patience.restless(now);
        }
        Duration time = patience.at(now, usual);
        ConsumerRecords<byte[], byte[]> records =
                !time.equals(usual) && bell.enter(wake) ? pollUntilRung(time) : gathering.poll(usual);
        if (!records.isEmpty()) {
            patience.restless(System.nanoTime());
        }
        return records;
    }

    private ConsumerRecords<byte[], byte[]> pollUntilRung(Duration time) {
        ConsumerRecords<byte[], byte[]> records;
        try {
            records = gathering.poll(time);
        } finally {
            bell.leave(wake);
        }
        // It rang when records had come already, or once more after it had ended the wait: that would end the next
        // call,
        // whatever that is. Whether a ring is left over nobody can tell, so whenever it has rung one more look takes
        // it.
        return rung.getAndSet(false) ? gathering.more(records, Duration.ZERO) : records;
    }

    private void wake() {
        rung.set(true);
        wakeup();
    }

    /** What was read is never lost to the bell: Kafka's consumer is woken before it has taken records, or not at all. */
    private ConsumerRecords<byte[], byte[]> pollOnce(Duration time) {
        moved.clear();
        try {
            return super.poll(time);
        } catch (WakeupException _) {
            return ConsumerRecords.empty();
        }
    }
}
