package io.flyball.orchestrator;

import io.flyball.platform.publish.DeadLetterOffice;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.ExponentialBackOff;

/** How the services around the orchestrator read here: as a consumer group, at least once and in order per key, going on with the trace. */
final class Subscriber implements SmartLifecycle {
    private final String bootstrapServers;
    private final String group;
    private final Wire wire;
    private final Telemetry telemetry;
    private final DeadLetterOffice deadLetters;
    private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers = new ArrayList<>();
    private boolean running;

    Subscriber(String bootstrapServers, String group, Wire wire, Telemetry telemetry, DeadLetterOffice deadLetters) {
        this.bootstrapServers = bootstrapServers;
        this.group = group;
        this.wire = wire;
        this.telemetry = telemetry;
        this.deadLetters = deadLetters;
    }

    /** Adds a topic; before the start. */
    <T extends SpecificRecord> Subscriber on(Subscription<T> subscription) {
        var properties = new ContainerProperties(subscription.topic());
        properties.setGroupId(group);
        properties.setMessageListener((MessageListener<byte[], byte[]>) message -> read(subscription, message));
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<byte[], byte[]>(consumerSettings()), properties);
        container.setBeanName(group + "-" + subscription.topic());
        container.setCommonErrorHandler(retryForEver());
        containers.add(container);
        return this;
    }

    private <T extends SpecificRecord> void read(Subscription<T> subscription, ConsumerRecord<byte[], byte[]> message) {
        try {
            T record = wire.decode(message.topic(), message.value(), subscription.type());
            telemetry.inSpan(
                    message.topic() + " process", SpanKind.CONSUMER, telemetry.extract(message.headers()), () -> {
                        subscription.reader().read(record);
                        return record;
                    });
        } catch (Unreadable e) {
            bury(message, e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ReadFailed(e);
        }
    }

    private void bury(ConsumerRecord<byte[], byte[]> message, Unreadable why) {
        try {
            deadLetters.accept(message, why);
        } catch (Exception e) {
            throw new ReadFailed(e);
        }
    }

    private Map<String, Object> consumerSettings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 1_000);
        return settings;
    }

    /** Nothing readable is skipped: what cannot be handled now is tried until it can. */
    private static DefaultErrorHandler retryForEver() {
        ExponentialBackOff backOff = new ExponentialBackOff(100, 2);
        backOff.setMaxInterval(10_000);
        return new DefaultErrorHandler(backOff);
    }

    @Override
    public synchronized void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    @Override
    public synchronized void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
        running = false;
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** Whether every topic has its partitions; for readiness. */
    public boolean isHealthy() {
        return isRunning()
                && containers.stream()
                        .allMatch(container -> container.isRunning()
                                && container.getAssignedPartitions() != null
                                && !container.getAssignedPartitions().isEmpty());
    }

    /** A checked failure on its way to the error handler. */
    private static final class ReadFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReadFailed(Exception cause) {
            super(cause);
        }
    }
}
