package io.flyball.platform.streams;

import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs a topology as long as its service runs. A thread that dies is replaced: its transaction was never committed. */
public final class StreamsEngine implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StreamsEngine.class);
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private final Topology topology;
    private final StreamsSettings settings;
    private @Nullable KafkaStreams streams;
    private Bell bell = new Bell();

    public StreamsEngine(Topology topology, StreamsSettings settings) {
        this.topology = topology;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        bell = new Bell();
        KafkaStreams starting = new KafkaStreams(topology, settings.toProperties(), new Clients(bell));
        starting.setUncaughtExceptionHandler(failure -> {
            log.error("{}: a stream thread died and is replaced", settings.applicationId(), failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        starting.start();
        streams = starting;
    }

    @Override
    public synchronized void stop() {
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

    /** Whether every partition has its task and works; for readiness. */
    public synchronized boolean isHealthy() {
        return streams != null && streams.state() == KafkaStreams.State.RUNNING;
    }
}
