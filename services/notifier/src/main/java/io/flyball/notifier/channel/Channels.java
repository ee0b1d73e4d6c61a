package io.flyball.notifier.channel;

import io.flyball.notifier.config.ChannelSettings;
import io.flyball.notifier.config.DeliveryProperties;
import io.flyball.notifier.config.NotifierProperties;
import io.flyball.notifier.routing.Routing;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All channels, by name. */
public final class Channels implements AutoCloseable {
    private final HttpClient http;
    private final Map<String, Channel> byName = new HashMap<>();

    public Channels(NotifierProperties configured, DeliveryProperties delivery, Clock clock) {
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(delivery.timeout())
                .build();
        byName.put(Routing.LOG, new LogChannel());
        configured.channels().forEach((name, settings) -> {
            var post = new HttpPost(http, URI.create(settings.url()), delivery.timeout(), clock);
            byName.put(name, channel(settings, post, clock));
        });
    }

    private static Channel channel(ChannelSettings settings, HttpPost post, Clock clock) {
        return switch (settings.type()) {
            case SLACK -> new SlackChannel(post);
            case WEBHOOK -> new WebhookChannel(post, new Signature(settings.requiredSecret()), clock);
        };
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /** The channel of that name; null when there is none. */
    public @Nullable Channel find(String name) {
        return byName.get(name);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
