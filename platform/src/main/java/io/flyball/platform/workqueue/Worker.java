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
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One consumer and its thread, which alone touches it; the work itself runs on a virtual thread beside. */
final class Worker<T extends SpecificRecord> implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final KafkaShareConsumer<byte[], byte[]> consumer;
    private final WorkQueueSettings settings;
    private final Delivery<T> delivery;
    private final ExecutorService threads;
    private final Semaphore turns;
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile boolean leaving;

    Worker(
            KafkaShareConsumer<byte[], byte[]> consumer,
            WorkQueueSettings settings,
            Delivery<T> delivery,
            ExecutorService threads,
            Semaphore turns) {
        this.consumer = consumer;
        this.settings = settings;
        this.delivery = delivery;
        this.threads = threads;
        this.turns = turns;
    }

    @Override
    public void run() {
        try (consumer) {
            while (!leaving) {
                pollOnce();
            }
        } catch (RuntimeException e) {
            log.error("worker of {} ends", settings.group(), e);
        } finally {
            gone.countDown();
        }
    }

    private void pollOnce() {
        try {
            next().forEach(this::work);
        } catch (org.apache.kafka.common.errors.RetriableException e) {
            log.warn("worker of {}: {}", settings.group(), e.toString());
        }
    }

    /** Whoever has a turn keeps it until there is a record: what it has asked for would else come when nobody looks. */
    private Iterable<ConsumerRecord<byte[], byte[]>> next() {
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

    private void work(ConsumerRecord<byte[], byte[]> message) {
        Future<AcknowledgeType> working = threads.submit(() -> delivery.deliver(message));
        while (!finished(working)) {
            renew(message);
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

    /** A renewed record comes back from the next poll, so that it can be acknowledged once more. */
    private void renew(ConsumerRecord<byte[], byte[]> message) {
        consumer.acknowledge(message, AcknowledgeType.RENEW);
        consumer.commitSync();
        boolean back = false;
        while (!back) {
            for (ConsumerRecord<byte[], byte[]> handed : consumer.poll(POLL)) {
                back |= handed.offset() == message.offset();
                if (handed.offset() != message.offset()) {
                    consumer.acknowledge(handed, AcknowledgeType.RELEASE);
                }
            }
        }
    }

    void leave() {
        leaving = true;
    }

    boolean isAlive() {
        return gone.getCount() > 0;
    }

    void awaitGone() {
        try {
            if (!gone.await(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn(
                        "worker of {} still busy after {}; its record will be delivered again",
                        settings.group(),
                        DRAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
