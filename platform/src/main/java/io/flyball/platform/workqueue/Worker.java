package io.flyball.platform.workqueue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer at a time and its thread, which alone touches it; the work itself runs on a virtual thread beside. A consumer
 * that has failed is replaced: what it held comes again, to whoever asks.
 */
final class Worker<T extends SpecificRecord> implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    static final Duration POLL = Duration.ofMillis(500);

    /** Before a consumer takes the place of one that has failed. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<KafkaShareConsumer<byte[], byte[]>> consumers;
    private final WorkQueueSettings settings;
    private final Delivery<T> delivery;
    private final ExecutorService threads;
    private final Semaphore turns;
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile boolean leaving;

    Worker(
            Supplier<KafkaShareConsumer<byte[], byte[]>> consumers,
            WorkQueueSettings settings,
            Delivery<T> delivery,
            ExecutorService threads,
            Semaphore turns) {
        this.consumers = consumers;
        this.settings = settings;
        this.delivery = delivery;
        this.threads = threads;
        this.turns = turns;
    }

    @Override
    public void run() {
        try {
            while (!leaving) {
                serve();
            }
        } finally {
            gone.countDown();
        }
    }

    /** Until this worker leaves, or the consumer fails. The client knows errors that it calls unexpected, and goes on after none. */
    private void serve() {
        try (var consumer = consumers.get()) {
            while (!leaving) {
                pollOnce(consumer);
            }
        } catch (RuntimeException e) {
            log.error("a consumer of {} has failed and is replaced", settings.group(), e);
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            leaving = true;
        }
    }

    private void pollOnce(KafkaShareConsumer<byte[], byte[]> consumer) {
        try {
            next(consumer).forEach(message -> work(consumer, message));
        } catch (org.apache.kafka.common.errors.RetriableException e) {
            log.warn("worker of {}: {}", settings.group(), e.toString());
        }
    }

    /** Whoever has a turn keeps it until there is a record: what it has asked for would else come when nobody looks. */
    private Iterable<ConsumerRecord<byte[], byte[]>> next(KafkaShareConsumer<byte[], byte[]> consumer) {
        if (!hasTurn()) {
            return List.of();
        }
        try {
            ConsumerRecords<byte[], byte[]> messages = ConsumerRecords.empty();
            while (!leaving && messages.isEmpty()) {
                messages = consumer.poll(POLL);
            }
            return messages;
        } finally {
            turns.release();
        }
    }

    private boolean hasTurn() {
        try {
            return turns.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            leaving = true;
            return false;
        }
    }

    private void work(KafkaShareConsumer<byte[], byte[]> consumer, ConsumerRecord<byte[], byte[]> message) {
        Future<AcknowledgeType> working = threads.submit(() -> delivery.deliver(message));
        Renewal renewal = new Renewal(consumer, settings.group());
        boolean held = true;
        while (!finished(working)) {
            held = held && renewal.of(message);
        }
        if (!held) {
            throw new IllegalStateException("the lock was lost while " + message.topic() + "-" + message.partition()
                    + " offset " + message.offset() + " was worked on; it is delivered again");
        }
        consumer.acknowledge(
                message, working.state() == Future.State.SUCCESS ? working.resultNow() : AcknowledgeType.RELEASE);
        consumer.commitAsync();
    }

    private boolean finished(Future<AcknowledgeType> working) {
        try {
            working.get(settings.renewal().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException _) {
            return true;
        } catch (InterruptedException _) {
            working.cancel(true);
            return true;
        }
    }

    void leave() {
        leaving = true;
    }

    boolean isAlive() {
        return gone.getCount() > 0;
    }

    void awaitGone(Duration patience) {
        try {
            if (!gone.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("worker of {} is still busy; its record will be delivered again", settings.group());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
