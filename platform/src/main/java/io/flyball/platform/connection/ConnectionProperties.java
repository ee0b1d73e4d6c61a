package io.flyball.platform.connection;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the neighbours are.
 *
 * @param kafka bootstrap servers, {@code host:port} separated by commas
 * @param registry root of the schema registry, without {@code /apis}
 * @param redis Redis URI, for example {@code redis://127.0.0.1:7414}, or {@code redis-sentinel://host:port,host:port,host:port/0#master}
 *     with the name that the sentinels have for the master
 * @param redisTimeout after this long Redis counts as not reachable, and nothing acts
 * @param zipkin root of the tracing back end; absent means that spans are not exported by the service itself
 */
@ConfigurationProperties("flyball.connection")
public record ConnectionProperties(
        @DefaultValue("127.0.0.1:7410") String kafka,
        @DefaultValue("http://127.0.0.1:7412") URI registry,
        @DefaultValue("redis://127.0.0.1:7414") URI redis,
        @DefaultValue("1s") Duration redisTimeout,
        @Nullable URI zipkin) {

    public ConnectionProperties {
        if (kafka.isBlank()) {
            throw new IllegalArgumentException("flyball.connection.kafka must name at least one host:port");
        }
        if (!redisTimeout.isPositive()) {
            throw new IllegalArgumentException("flyball.connection.redis-timeout must be positive");
        }
    }
}
