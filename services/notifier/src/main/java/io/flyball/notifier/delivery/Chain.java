package io.flyball.notifier.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a message goes, and where next if that fails.
 *
 * @param channels in their order, at least one
 * @param retryFor how long each of them is tried
 */
public record Chain(List<String> channels, Duration retryFor) {

    public Chain {
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a chain needs at least one channel");
        }
    }

    /** The one that is tried first. */
    public String first() {
        return channels.getFirst();
    }

    /** The chain without its first channel; null when there is no other. */
    @org.jspecify.annotations.Nullable
    Chain rest() {
        List<String> others = new ArrayList<>(channels.subList(1, channels.size()));
        return others.isEmpty() ? null : new Chain(others, retryFor);
    }
}
