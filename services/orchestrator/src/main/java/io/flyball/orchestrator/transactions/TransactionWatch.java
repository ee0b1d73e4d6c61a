package io.flyball.orchestrator.transactions;

import io.flyball.orchestrator.config.TransactionProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Aborts transactions that no coordinator knows of any more. A broker that is killed in the middle of one may say, once it
 * is back, that it has been aborted, and never write so to the partitions: whoever reads what is committed then stands before
 * it for ever, and so do all runs. The broker's own tool for it (kafka-transactions.sh) waits until somebody calls it.
 */
public final class TransactionWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TransactionWatch.class);
    private static final int ONE_ANSWER_MILLIS = 5_000;

    private final String kafka;
    private final TransactionProperties properties;
    private final Clock clock;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean running;
    private Sightings seen = Sightings.none();

    public TransactionWatch(String kafka, TransactionProperties properties, Clock clock) {
        this.kafka = kafka;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("transaction-watch").start(this::watch);
    }

    private void watch() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka,
                "client.id", "transaction-watch",
                "default.api.timeout.ms", ONE_ANSWER_MILLIS,
                "request.timeout.ms", ONE_ANSWER_MILLIS);
        try {
            while (!over.await(properties.lookEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                watch(settings);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the watch is over. Where Kafka's address cannot be resolved there is no Admin yet: that passes. */
    private void watch(Map<String, Object> settings) throws InterruptedException {
        try (Admin admin = Admin.create(settings)) {
            OpenTransactions transactions = new OpenTransactions(admin);
            do {
                look(transactions);
            } while (!over.await(properties.lookEvery().toMillis(), TimeUnit.MILLISECONDS));
        } catch (KafkaException e) {
            log.warn("cannot look at open transactions yet: {}", e.toString());
        }
    }

    /** What cannot be asked now is asked at the next look. */
    private void look(OpenTransactions transactions) throws InterruptedException {
        try {
            Instant now = clock.instant();
            seen = seen.after(transactions.look(), now);
            List<OpenTransaction> suspects = seen.suspects(properties.patience(), now);
            if (!suspects.isEmpty()) {
                end(transactions, Sightings.hanging(suspects, transactions.knownToCoordinators(suspects)));
            }
        } catch (ExecutionException | KafkaException e) {
            log.debug("could not look at open transactions: {}", e.toString());
        }
    }

    private static void end(OpenTransactions transactions, List<OpenTransaction> hanging)
            throws ExecutionException, InterruptedException {
        for (OpenTransaction transaction : hanging) {
            transactions.abort(transaction);
            log.warn("aborted a transaction of which no coordinator knows any more: {}", transaction);
        }
    }

    @Override
    public void stop() {
        running = false;
        over.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
