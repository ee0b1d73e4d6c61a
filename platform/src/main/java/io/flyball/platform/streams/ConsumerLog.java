package io.flyball.platform.streams;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A consumer's log, as its last answers tell it; nothing here waits for the broker. */
final class ConsumerLog implements BrokerIntake.Log {
    /** Beyond the wait that is asked for; a busy broker answers later. */
    private static final Duration ALLOWANCE = Duration.ofSeconds(2);

    private static final String ANSWERS = "fetch-total";

    private final Consumer<?, ?> consumer;
    private @Nullable Metric answers;

    private ConsumerLog(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    static BrokerIntake intake(Consumer<?, ?> consumer, Map<String, Object> config) {
        Object wait = config.getOrDefault(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
        Duration longest = Duration.ofMillis(Long.parseLong(wait.toString())).plus(ALLOWANCE);
        return new BrokerIntake(new ConsumerLog(consumer), longest);
    }

    @Override
    public Set<TopicPartition> partitions() {
        return consumer.assignment();
    }

    @Override
    public long position(TopicPartition partition) {
        try {
            return consumer.position(partition, Duration.ZERO);
        } catch (TimeoutException _) {
            return -1;
        }
    }

    @Override
    public OptionalLong behind(TopicPartition partition) {
        return consumer.currentLag(partition);
    }

    @Override
    public double answers() {
        if (answers == null) {
            answers = consumer.metrics().values().stream()
                    .filter(metric -> metric.metricName().name().equals(ANSWERS))
                    .findFirst()
                    .orElse(null);
        }
        return answers == null ? -1 : (double) answers.metricValue();
    }

    @Override
    public long waiting() {
        return Backlog.waiting();
    }

    @Override
    public long workedOff() {
        return Backlog.allWorkedOff();
    }
}
