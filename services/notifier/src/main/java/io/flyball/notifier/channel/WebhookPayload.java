package io.flyball.notifier.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flyball.notifier.message.Message;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a generic webhook gets; the README documents it. It is the same at every attempt.
 *
 * @param id the same at every attempt; by it a receiver knows a repeat
 * @param body Markdown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookPayload(
        String id,
        String dedupKey,
        String kind,
        String severity,
        String tenant,
        String subject,
        @Nullable String runId,
        @Nullable String environment,
        @Nullable String agent,
        String title,
        String body,
        Map<String, String> fields,
        Map<String, String> links,
        Instant at) {

    static WebhookPayload of(Message m) {
        return new WebhookPayload(
                m.id(),
                m.dedupKey(),
                m.kind().name(),
                m.severity(),
                m.tenant(),
                m.subject(),
                m.runId(),
                m.environment(),
                m.agent(),
                m.title(),
                m.body(),
                new TreeMap<>(m.fields()),
                new TreeMap<>(m.links()),
                m.at());
    }
}
