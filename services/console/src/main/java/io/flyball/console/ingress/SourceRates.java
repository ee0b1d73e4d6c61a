package io.flyball.console.ingress;

import io.flyball.console.door.Refusal;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Keeps one source from taking the door for itself. A source is a path and the address that it comes from. */
@Component
final class SourceRates {
    private static final int SOURCES = 1_000;

    private final IngressProperties.Rate rate;
    private final Map<String, TokenBucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > SOURCES;
        }
    };

    SourceRates(IngressProperties properties) {
        rate = properties.rate();
    }

    /**
     * Counts a request.
     *
     * @throws Refusal if its source has sent too many
     */
    void count(ServerHttpRequest request) {
        InetSocketAddress from = request.getRemoteAddress();
        count(
                request.getPath().value() + " from " + (from == null ? "unknown" : from.getHostString()),
                System.nanoTime());
    }

    synchronized void count(String source, long nowNanos) {
        TokenBucket bucket = buckets.getOrDefault(source, TokenBucket.full(rate, nowNanos));
        switch (bucket.take(rate, nowNanos)) {
            case TokenBucket.Taking.Taken taken -> buckets.put(source, taken.left());
            case TokenBucket.Taking.Empty empty ->
                throw Refusal.tooMany(
                        source + " sends more than " + rate.perSecond() + " requests a second.", empty.retryAfter());
        }
    }
}
