package io.flyball.platform.streams;

import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.RecordSizes;
import io.flyball.platform.wire.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs a topology as long as its service runs. A thread that dies is replaced: its transaction was never committed. When threads keep
 * dying all of it is stopped, and started again after a pause that grows, so that others may have its partitions meanwhile.
 */
public final class StreamsEngine implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StreamsEngine.class);
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private final Topology topology;
    private final StreamsSettings settings;
    private final Safety safety;
    private final ToldOnce told;
    private @Nullable KafkaStreams streams;
    private @Nullable ScheduledExecutorService restarts;
    private volatile Deaths deaths = Deaths.NONE;
    private volatile String lastDeath = "";
    private Bell bell = new Bell();

    /**
     * What keeps a topology going, whatever it reads.
     *
     * @param meters counts the threads that die, as {@code flyball.stream.thread.deaths}
     * @param crier tells people when threads keep dying
     */
    public record Safety(Wire wire, DeadLetters letters, MeterRegistry meters, Clock clock, Crier crier) {}

    public StreamsEngine(Topology topology, StreamsSettings settings, Safety safety) {
        this.topology = topology;
        this.settings = settings;
        this.safety = safety;
        this.told = new ToldOnce(safety.crier());
    }

    /** Settings under which what cannot be processed goes to the dead letters. */
    public static Properties withDeadLetters(Properties settings, Wire wire, DeadLetters letters) {
        Properties all = new Properties();
        all.putAll(settings);
        all.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ToDeadLetters.class.getName());
        all.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, RefusedByBroker.class.getName());
        all.putAll(ToDeadLetters.setting(new ToDeadLetters.Help(wire, letters, new RecordSizes())));
        return all;
    }

    @Override
    public synchronized void start() {
        restarts = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                .name(settings.applicationId() + "-restarts")
                .daemon()
                .factory());
        begin();
    }

    private void begin() {
        bell = new Bell();
        Properties properties = withDeadLetters(settings.toProperties(), safety.wire(), safety.letters());
        KafkaStreams starting = new KafkaStreams(topology, properties, new Clients(bell));
        starting.setUncaughtExceptionHandler(failure -> died(failure, starting));
        starting.start();
        streams = starting;
    }

    private StreamThreadExceptionResponse died(Throwable failure, KafkaStreams with) {
        Deaths now = deaths.and(safety.clock().instant(), Passing.byItself(failure));
        deaths = now;
        lastDeath = rootOf(failure);
        safety.meters()
                .counter("flyball.stream.thread.deaths", "application", settings.applicationId())
                .increment();
        if (!now.tooMany()) {
            log.error("{}: a stream thread died and is replaced", settings.applicationId(), failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        log.error(
                "{}: {} stream threads died within {}; all stop, and start again in {}",
                settings.applicationId(),
                now.recent().size(),
                Deaths.REMEMBERED,
                now.pause(),
                failure);
        told.tell(settings.applicationId(), now, complaint());
        beginLater(with, now.pause());
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void beginLater(KafkaStreams ending, Duration pause) {
        ScheduledExecutorService later = restarts;
        if (later != null && !later.isShutdown()) {
            later.schedule(() -> beginAgain(ending), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void beginAgain(KafkaStreams ending) {
        ending.close(DRAIN);
        synchronized (this) {
            if (streams == ending) {
                begin();
            }
        }
    }

    @Override
    public synchronized void stop() {
        if (restarts != null) {
            restarts.shutdownNow();
            restarts = null;
        }
        if (streams != null) {
            bell.ringTheEnd();
            streams.close(DRAIN);
            streams = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return streams != null;
    }

    /**
     * Lets all threads look at the clock, and at what else their processors look at then, without waiting for a record first. In a quiet
     * time they would do so only twice a second.
     */
    public synchronized void wake() {
        bell.ring();
    }

    /** The running streams, for reading their stores; null before the start and after the end. */
    public synchronized @Nullable KafkaStreams streams() {
        return streams;
    }

    /** Whether every partition has its task and works, and threads do not keep dying; for readiness. */
    public synchronized boolean isHealthy() {
        return streams != null
                && streams.state() == KafkaStreams.State.RUNNING
                && !deaths.isUncertain(safety.clock().instant());
    }

    /** Why it is not healthy, as far as that is known here. */
    public String complaint() {
        Deaths lately = lately();
        return lately.recent().isEmpty()
                ? "the topology does not run (yet): it reads its stores back, or waits for Kafka"
                : lately.recent().size() + " stream threads died within " + Deaths.REMEMBERED.toMinutes()
                        + " minutes, the last at " + lately.recent().getLast() + " of: " + lastDeath;
    }

    private Deaths lately() {
        return deaths.at(safety.clock().instant());
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.toString();
    }
}
