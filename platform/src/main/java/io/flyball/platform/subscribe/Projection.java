package io.flyball.platform.subscribe;

import io.flyball.platform.retry.BackOff;
import io.flyball.platform.wire.RegistryUnavailable;
import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads whole topics from the beginning at every start, on one thread, so that a view in memory needs no store of its own
 * and every replica has all of it. What cannot be read is skipped here: its group readers make it a dead letter.
 */
public final class Projection implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Projection.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String bootstrapServers;
    private final String name;
    private final Wire wire;
    private final Map<String, Subscription<?>> subscriptions = new LinkedHashMap<>();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile boolean running;

    public Projection(String bootstrapServers, String name, Wire wire) {
        this.bootstrapServers = bootstrapServers;
        this.name = name;
        this.wire = wire;
    }

    /** Adds a topic; before the start. */
    public <T extends SpecificRecord> Projection on(Subscription<T> subscription) {
        subscriptions.put(subscription.topic(), subscription);
        return this;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name(name).daemon().start(this::keepReading);
    }

    private void keepReading() {
        BackOff backOff = new BackOff(FIRST_PAUSE, LONGEST_PAUSE);
        while (running) {
            try (var consumer = new KafkaConsumer<byte[], byte[]>(consumerSettings())) {
                read(consumer, backOff);
            } catch (RuntimeException e) {
                log.warn("{}: reading starts again: {}", name, e.toString());
                backOff.pause(() -> running);
            }
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer, BackOff backOff) {
        List<TopicPartition> partitions = subscriptions.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        while (running) {
            consumer.poll(POLL).forEach(this::accept);
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (ends.isEmpty()) {
                caughtUp.countDown();
                backOff.reset();
            }
        }
    }

    private void accept(ConsumerRecord<byte[], byte[]> message) {
        Subscription<?> subscription = subscriptions.get(message.topic());
        if (subscription != null && message.value() != null) {
            accept(subscription, message);
        }
    }

    private <T extends SpecificRecord> void accept(
            Subscription<T> subscription, ConsumerRecord<byte[], byte[]> message) {
        try {
            T record = wire.decode(message.topic(), message.value(), subscription.type());
            subscription.reader().read(record, message.offset());
        } catch (Unreadable e) {
            log.warn("{}: skips {}@{}: {}", name, message.topic(), message.offset(), e.getMessage());
        } catch (RegistryUnavailable e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            log.error("{}: could not take in {}@{}", name, message.topic(), message.offset(), e);
        }
    }

    private Properties consumerSettings() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 1_000);
        return settings;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether everything that was there at the start has been taken in; for readiness. */
    public boolean isHealthy() {
        return running && caughtUp.getCount() == 0;
    }
}
