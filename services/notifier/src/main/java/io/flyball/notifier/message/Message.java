package io.flyball.notifier.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told.
 *
 * @param id the same for a repeat of the same message
 * @param subject what it is about: a run's id, or for example emergency_stop
 * @param severity info, warning, critical, or what an alerting system calls it
 * @param title one line
 * @param body Markdown
 * @param channels where it goes; empty when the routing decides
 * @param dedupKey messages with the same key are told once
 * @param expiresAt from then on it is of no use to anyone; absent when it never expires
 */
public record Message(
        String id,
        String tenant,
        String subject,
        @Nullable String runId,
        Kind kind,
        String severity,
        @Nullable String environment,
        @Nullable String agent,
        String title,
        String body,
        Map<String, String> fields,
        Map<String, String> links,
        List<String> channels,
        String dedupKey,
        Instant at,
        @Nullable Instant expiresAt) {

    public Message {
        fields = Map.copyOf(fields);
        links = Map.copyOf(links);
        channels = List.copyOf(channels);
    }

    /** The same message in other words. */
    public Message inWords(
            String newTitle, String newBody, Map<String, String> newFields, Map<String, String> newLinks) {
        return new Message(
                id,
                tenant,
                subject,
                runId,
                kind,
                severity,
                environment,
                agent,
                newTitle,
                newBody,
                newFields,
                newLinks,
                channels,
                dedupKey,
                at,
                expiresAt);
    }

    /** Whether it must reach people whatever else is going on: never held back, never taken for a repeat of another. */
    public boolean urgent() {
        return switch (kind) {
            case STOP, RELEASE -> true;
            case BRIEFING, PROGRESS, APPROVAL_NEEDED, CLOSING, ESCALATION, BUDGET, BREAKER -> false;
        };
    }

    /** By what a repeat is known. */
    public String repeatKey() {
        return urgent() ? id : dedupKey;
    }
}
