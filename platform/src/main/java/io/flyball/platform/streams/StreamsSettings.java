package io.flyball.platform.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How a topology runs.
 *
 * @param applicationId the consumer group and prefix of its changelogs
 * @param bootstrapServers {@code host:port} separated by commas
 * @param stateDirectory where stores live between restarts
 * @param threads stream threads in this process
 * @param commitInterval how long a transaction stays open; readers see nothing before it commits
 */
public record StreamsSettings(
        String applicationId, String bootstrapServers, Path stateDirectory, int threads, Duration commitInterval) {

    /** The settings in Kafka's terms; see docs/decisions for the measurements behind them. */
    public Properties toProperties() {
        Properties p = new Properties();
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        p.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
        // What was decided is committed as soon as no other record waits; see Backlog.
        p.put(StreamsConfig.mainConsumerPrefix("interceptor.classes"), Backlog.class.getName());
        // A cache would only delay what is written.
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        p.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1L);
        // Nobody reads before the commit, which flushes: what a transaction writes goes out in one request, and its
        // partitions join the transaction in one go.
        p.put(StreamsConfig.producerPrefix("linger.ms"), 100);
        p.put(StreamsConfig.producerPrefix("batch.size"), 128 * 1024);
        // A crash leaves a transaction open; readers wait for it no longer than this.
        p.put(StreamsConfig.producerPrefix("transaction.timeout.ms"), 5_000);
        p.put(StreamsConfig.producerPrefix("delivery.timeout.ms"), 5_000);
        p.put(StreamsConfig.producerPrefix("request.timeout.ms"), 4_000);
        // Back-to-back transactions wait on retries; the broker's own back-off is lowered too.
        p.put(StreamsConfig.producerPrefix("retry.backoff.ms"), 2);
        p.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 6_000);
        p.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), 1_500);
        p.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        // A record is answered with at once; this is only how often is asked when there is none.
        p.put(StreamsConfig.consumerPrefix("fetch.max.wait.ms"), 500);
        p.put(StreamsConfig.consumerPrefix("max.poll.records"), 200);
        return p;
    }
}
