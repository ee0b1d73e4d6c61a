package io.flyball.notifier;

import io.flyball.notifier.message.Kind;
import io.flyball.notifier.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Messages for tests. */
public final class Messages {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Messages() {}

    public static Message closing() {
        return of(Kind.CLOSING, "info", "ServiceDown on shop: RESOLVED", "It serves again.");
    }

    public static Message of(Kind kind, String severity, String title, String body) {
        return new Message(
                "run-1:" + kind,
                "default",
                "run-1",
                "run-1",
                kind,
                severity,
                "production",
                "service-restorer",
                title,
                body,
                Map.of("outcome", "RESOLVED", "cost", "$0.12"),
                Map.of("console", "http://127.0.0.1:7400/#/runs/run-1"),
                List.of(),
                "run-1:" + kind,
                NOON,
                null);
    }

    public static Message to(Message m, List<String> channels) {
        return new Message(
                m.id(),
                m.tenant(),
                m.subject(),
                m.runId(),
                m.kind(),
                m.severity(),
                m.environment(),
                m.agent(),
                m.title(),
                m.body(),
                m.fields(),
                m.links(),
                channels,
                m.dedupKey(),
                m.at(),
                m.expiresAt());
    }

    public static Message expiring(Message m, Instant expiresAt) {
        return new Message(
                m.id(),
                m.tenant(),
                m.subject(),
                m.runId(),
                m.kind(),
                m.severity(),
                m.environment(),
                m.agent(),
                m.title(),
                m.body(),
                m.fields(),
                m.links(),
                m.channels(),
                m.dedupKey(),
                m.at(),
                expiresAt);
    }
}
