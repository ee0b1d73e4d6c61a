package io.flyball.notifier.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people are told.
 *
 * @param id of the record that asked for it
 * @param subject what it is about, for example a run's id
 * @param dedupKey messages with the same key are delivered once on each channel
 * @param channels channels that were asked for; empty means that routing decides
 */
public record Message(
        String id,
        String tenant,
        String subject,
        String kind,
        String severity,
        @Nullable String environment,
        @Nullable String agent,
        String title,
        String body,
        Map<String, String> fields,
        Map<String, String> links,
        List<String> channels,
        String dedupKey,
        String at) {

    public Message {
        fields = Map.copyOf(fields);
        links = Map.copyOf(links);
        channels = List.copyOf(channels);
    }
}
