package io.flyball.platform.workqueue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile boolean leaving;

    Worker(
            KafkaShareConsumer<byte[], byte[]> consumer,
            WorkQueueSettings settings,
            Delivery<T> delivery,
            ExecutorService threads) {
        this.consumer = consumer;
        this.settings = settings;
        this.delivery = delivery;
        this.threads = threads;
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
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                work(message);
            }
        } catch (org.apache.kafka.common.errors.RetriableException e) {
            log.warn("worker of {}: {}", settings.group(), e.toString());
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
        while (consumer.poll(POLL).isEmpty()) {
            log.debug("{}@{} not handed back yet", message.topic(), message.offset());
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
