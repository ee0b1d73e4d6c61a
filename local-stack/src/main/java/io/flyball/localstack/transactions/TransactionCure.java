package io.flyball.localstack.transactions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Aborts, for a while after the local broker has started, transactions that no coordinator knows of any more. A broker that
 * is killed in the middle of one may say, once it is back, that it has been aborted, and never write so to the partitions:
 * whoever reads what is committed then stands before it for ever. It is for a broker that nobody else uses: on a shared one
 * a person decides (flyball doctor).
 */
public final class TransactionCure implements AutoCloseable {
    /** All that was open when the broker ended has timed out by then. */
    public static final Times AFTER_A_START =
            new Times(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(3));

    private static final int ONE_ANSWER_MILLIS = 5_000;

    private final String kafka;
    private final Times times;
    private final Consumer<String> told;
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch over = new CountDownLatch(1);
    private Sightings seen = Sightings.none();

    private TransactionCure(String kafka, Times times, Consumer<String> told) {
        this.kafka = kafka;
        this.times = times;
        this.told = told;
    }

    /**
     * How it looks.
     *
     * @param lookEvery between two looks
     * @param patience how long a transaction must have been open
     * @param lasting after that it ends by itself
     */
    public record Times(Duration lookEvery, Duration patience, Duration lasting) {}

    /**
     * Begins to look.
     *
     * @param kafka the local broker, host and port
     * @param told hears, on the cure's thread, what was aborted
     */
    public static TransactionCure begin(String kafka, Times times, Consumer<String> told) {
        TransactionCure cure = new TransactionCure(kafka, times, told);
        Thread.ofVirtual().name("transaction-cure").start(cure::watch);
        return cure;
    }

    private void watch() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka,
                "client.id", "transaction-cure",
                "default.api.timeout.ms", ONE_ANSWER_MILLIS,
                "request.timeout.ms", ONE_ANSWER_MILLIS);
        Instant end = clock.instant().plus(times.lasting());
        try (Admin admin = Admin.create(settings)) {
            OpenTransactions transactions = new OpenTransactions(admin);
            while (!over.await(times.lookEvery().toMillis(), TimeUnit.MILLISECONDS)
                    && clock.instant().isBefore(end)) {
                look(transactions);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be asked now is asked at the next look. */
    private void look(OpenTransactions transactions) throws InterruptedException {
        try {
            Instant now = clock.instant();
            seen = seen.after(transactions.look(), now);
            List<OpenTransaction> hanging = transactions.hanging(seen.suspects(times.patience(), now));
            for (OpenTransaction transaction : hanging) {
                transactions.abort(transaction);
                told.accept("aborted a transaction that the broker had forgotten: " + transaction.place());
            }
        } catch (ExecutionException | KafkaException _) {
            // The broker is away or just coming back.
        }
    }

    /** Looks no more. */
    @Override
    public void close() {
        over.countDown();
    }
}
