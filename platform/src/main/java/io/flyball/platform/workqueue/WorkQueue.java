package io.flyball.platform.workqueue;

import io.flyball.platform.publish.DeadLetterOffice;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.context.SmartLifecycle;

/**
 * Works on a topic as a share group: each worker holds one record at a time and renews its lock while the work runs.
 * The topic has one partition, so that every worker sees every record and a slow one delays no other.
 *
 * <p>Two workers at a time ask for the next record. When a process dies, the broker hands what it held to whoever has asked
 * already; were that all the other workers of the dead process, one after the other, the record's deliveries would be used
 * up within milliseconds.
 */
public final class WorkQueue<T extends SpecificRecord> implements SmartLifecycle {
    /** One that has joined the group goes on taking records while another one joins, which may take a heartbeat. */
    private static final int ASKING = 2;
    /** For all workers together: whoever ends a service waits no longer for eight of them than for one. */
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final WorkQueueSettings settings;
    private final String bootstrapServers;
    private final IntFunction<Delivery<T>> delivery;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Worker<T>> workers = new ArrayList<>();

    public WorkQueue(
            WorkQueueSettings settings,
            String bootstrapServers,
            Class<T> type,
            Wire wire,
            Telemetry telemetry,
            DeadLetterOffice deadLetters,
            Work<T> work) {
        this.settings = settings;
        this.bootstrapServers = bootstrapServers;
        this.delivery = last -> new Delivery<>(settings, last, type, wire, telemetry, deadLetters, work);
    }

    @Override
    public synchronized void start() {
        Delivery<T> deliveries = delivery.apply(ShareGroup.configure(bootstrapServers, settings));
        var turns = new Semaphore(ASKING);
        for (int i = 0; i < settings.workers(); i++) {
            int number = i;
            Worker<T> worker = new Worker<>(
                    () -> ShareGroup.consumer(bootstrapServers, settings, number),
                    settings,
                    deliveries,
                    threads,
                    turns);
            workers.add(worker);
            Thread.ofPlatform().name(settings.group() + "-" + i).start(worker);
        }
    }

    /** Takes no more records and waits up to 20 s for all that is in work; what is not finished is handed back. */
    @Override
    public synchronized void stop() {
        workers.forEach(Worker::leave);
        long end = System.nanoTime() + DRAIN.toNanos();
        workers.forEach(worker -> worker.awaitGone(Duration.ofNanos(end - System.nanoTime())));
        workers.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !workers.isEmpty();
    }

    /** Whether every worker's loop is alive; for readiness. */
    public synchronized boolean isHealthy() {
        return isRunning() && workers.stream().allMatch(Worker::isAlive);
    }
}
