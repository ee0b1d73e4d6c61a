package io.flyball.console.feed;

import io.flyball.platform.publish.DeadLetterOffice;
import io.flyball.platform.retry.BackOff;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Hands on each record of a topic at least once. After a fault of the surroundings it reads again what was not yet handed on. */
public final class Feed implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Feed.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 10;

    private final String bootstrapServers;
    private final FeedProperties properties;
    private final DeadLetterOffice deadLetters;
    private final Taker taker;
    private volatile boolean running;

    public Feed(String bootstrapServers, FeedProperties properties, DeadLetterOffice deadLetters, Taker taker) {
        this.bootstrapServers = bootstrapServers;
        this.properties = properties;
        this.deadLetters = deadLetters;
        this.taker = taker;
    }

    /** Takes what comes. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Returns once the record need not come again. It may come twice.
         *
         * @throws Unusable if it never can be used; whatever else is thrown, it comes again
         */
        void take(Incoming record) throws Unusable;
    }

    @Override
    public void start() {
        running = properties.topic() != null;
        if (running) {
            Thread.ofPlatform().name(properties.group()).daemon().start(this::keepReading);
        }
    }

    private void keepReading() {
        BackOff backOff = new BackOff(FIRST_PAUSE, LONGEST_PAUSE);
        while (running) {
            try (var consumer = new KafkaConsumer<byte[], byte[]>(settings())) {
                consumer.subscribe(List.of(String.valueOf(properties.topic())));
                read(consumer, backOff);
            } catch (Exception e) {
                log.warn("{}: reading {} starts again: {}", properties.group(), properties.topic(), e.toString());
                backOff.pause(() -> running);
            }
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer, BackOff backOff) throws Exception {
        while (running) {
            if (handOn(consumer, consumer.poll(POLL))) {
                backOff.reset();
            }
        }
    }

    /** Also where one cannot be handed on now, those before it need not come again. */
    private boolean handOn(KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records)
            throws Exception {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        try {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                handOn(record);
                done.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1));
            }
        } finally {
            if (!done.isEmpty()) {
                consumer.commitSync(done);
            }
        }
        return !done.isEmpty();
    }

    private void handOn(ConsumerRecord<byte[], byte[]> record) throws Exception {
        try {
            taker.take(new Incoming(headers(record), record.value() == null ? new byte[0] : record.value()));
        } catch (Unusable e) {
            deadLetters.accept(record, e);
        }
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            byte[] value = header.value() == null ? new byte[0] : header.value();
            headers.put(header.key().toLowerCase(Locale.ROOT), new String(value, StandardCharsets.UTF_8));
        }
        return headers;
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, properties.group());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, properties.group());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "by_duration:" + properties.since());
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
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
}
