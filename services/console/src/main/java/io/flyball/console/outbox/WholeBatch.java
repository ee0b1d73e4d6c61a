package io.flyball.console.outbox;

import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.wire.Wire;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Sends several records in one transaction, so that a body of several alerts is never half-written. One at a time; a producer
 * that failed is given up, and the next batch gets a new one, which also ends what the failed one left open.
 */
@Component
final class WholeBatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WholeBatch.class);
    private static final long PATIENCE_SECONDS = 20;

    private final Supplier<Producer<String, byte[]>> producers;
    private final Wire wire;
    private final EventHeaders headers;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable Producer<String, byte[]> producer;

    @Autowired
    WholeBatch(ConnectionProperties connection, Wire wire, EventHeaders headers, Clock clock) {
        this(producers(connection.kafka()), wire, headers, clock);
    }

    WholeBatch(Supplier<Producer<String, byte[]>> producers, Wire wire, EventHeaders headers, Clock clock) {
        this.producers = producers;
        this.wire = wire;
        this.headers = headers;
        this.clock = clock;
    }

    /** The same transactional id each time, so that a new producer ends what the one before left open. */
    private static Supplier<Producer<String, byte[]>> producers(String bootstrapServers) {
        String transactionalId = "console-" + UUID.randomUUID();
        return () -> producer(bootstrapServers, transactionalId);
    }

    private static Producer<String, byte[]> producer(String bootstrapServers, String transactionalId) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG, "console-batches",
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId,
                        ProducerConfig.LINGER_MS_CONFIG, 0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000,
                        // Back-to-back transactions wait on retries.
                        ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 2L),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void send(List<Message> messages) {
        awaitTurn();
        try {
            inTransaction(opened(), messages);
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn() {
        try {
            if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new KafkaException("the bodies before this one are still not acknowledged");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private Producer<String, byte[]> opened() {
        Producer<String, byte[]> existing = producer;
        if (existing != null) {
            return existing;
        }
        Producer<String, byte[]> fresh = producers.get();
        try {
            fresh.initTransactions();
        } catch (RuntimeException e) {
            fresh.close(Duration.ZERO);
            throw e;
        }
        producer = fresh;
        return fresh;
    }

    private void inTransaction(Producer<String, byte[]> open, List<Message> messages) {
        // Neither holds anything of its own; the producer is closed here.
        @SuppressWarnings("resource")
        Publisher publisher = new Publisher(open, wire, headers, clock);
        try {
            open.beginTransaction();
            List<? extends CompletableFuture<?>> sent = messages.stream()
                    .map(message -> publisher.send(message.topic(), message.key(), message.record()))
                    .toList();
            sent.forEach(Outbox::await);
            open.commitTransaction();
        } catch (RuntimeException e) {
            giveUp(open);
            throw e;
        }
    }

    private void giveUp(Producer<String, byte[]> failed) {
        producer = null;
        try {
            failed.abortTransaction();
        } catch (RuntimeException e) {
            log.warn("a batch was not aborted; the broker does so within 15 s: {}", e.toString());
        } finally {
            failed.close(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (producer != null) {
                producer.close(Duration.ofSeconds(5));
                producer = null;
            }
        } finally {
            turn.unlock();
        }
    }
}
