package io.flyball.notifier.config;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where messages lead and where they go.
 *
 * @param consoleUrl the console's root, for links
 * @param channels the channels besides the log, which is always there, by the name that the routing calls them
 */
@ConfigurationProperties("flyball.notifier")
public record NotifierProperties(
        @DefaultValue("http://127.0.0.1:7400") URI consoleUrl,
        @Nullable Map<String, ChannelSettings> channels) {

    public NotifierProperties {
        channels = channels == null ? Map.of() : Map.copyOf(channels);
        if (channels.containsKey("log")) {
            throw new IllegalArgumentException("flyball.notifier.channels.log: this name is taken by the log itself");
        }
    }

    @Override
    public Map<String, ChannelSettings> channels() {
        return channels == null ? Map.of() : channels;
    }

    /** The console's root without a slash at its end. */
    public String console() {
        return consoleUrl.toString().replaceAll("/+$", "");
    }
}
