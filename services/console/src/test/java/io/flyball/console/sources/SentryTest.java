package io.flyball.console.sources;

import static io.flyball.console.sources.OwnBodies.NOW;
import static io.flyball.console.sources.OwnBodies.alert;
import static io.flyball.console.sources.OwnBodies.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ING-1 what Sentry sends")
class SentryTest {
    private static String issue(String action, String status) {
        return """
                {"action": "%s", "data": {"issue": {"id": "42", "title": "Boom", "status": "%s", "level": "error", "permalink": null,
                "firstSeen": "2026-10-01T10:00:00Z", "lastSeen": "2026-11-20T10:00:00Z", "project": {"slug": "shop"}}}}""".formatted(action, status);
    }

    private static String event(String title, String place, String tags) {
        return """
                {"action": "triggered", "data": {"triggered_rule": "r", "event": {"event_id": "e1", "title": "%s", "project": 7, "tags": [%s], %s}}}""".formatted(title, tags, place);
    }

    @Test
    @DisplayName("ING-2 an alert on an event is the issue's, also where only the issue's address is told")
    void issueByAddress() {
        String fingerprint = alert("sentry", issue("created", "unresolved")).fingerprint();
        for (String place : new String[] {
            "\"issue_id\": 42",
            "\"issue_url\": \"https://sentry.io/api/0/issues/42/\"",
            "\"issue_url\": null, \"web_url\": \"https://sentry.io/organizations/a/issues/42/events/e1/\""
        }) {
            assertThat(alert("sentry", event("Boom", place, "")).fingerprint()).isEqualTo(fingerprint);
        }
    }

    @Test
    @DisplayName("ING-3 an issue that comes back begins later than what was resolved, and is no late copy of it")
    void comesBack() {
        Map<String, String> later = Map.of("sentry-hook-timestamp", "1795224000");
        SourceAlert begun = alert("sentry", issue("created", "unresolved"));
        SourceAlert over = alert("sentry", issue("resolved", "resolved"));
        SourceAlert back = ((Reading.Alerts) read("sentry", issue("unresolved", "unresolved"), later))
                .alerts()
                .getFirst();
        assertThat(begun.startsAt()).isEqualTo(Instant.parse("2026-10-01T10:00:00Z"));
        assertThat(over.startsAt()).as("unknown, so when it came").isNull();
        assertThat(back.startsAt())
                .isEqualTo(Instant.ofEpochSecond(1_795_224_000L))
                .isBefore(NOW);
        assertThat(alert("sentry", issue("regressed", "unresolved")).startsAt())
                .isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    }

    @Test
    @DisplayName("ING-1 an alert on what happens to an issue says what happened by the issue's status")
    void activity() {
        assertThat(alert("sentry", issue("triggered", "unresolved")).firing()).isTrue();
        assertThat(alert("sentry", issue("triggered", "resolved")).firing()).isFalse();
        assertThat(read("sentry", issue("triggered", "ignored"))).isInstanceOf(Reading.OpensNothing.class);
    }

    @Test
    @DisplayName("ING-1 Sentry's own samples open nothing")
    void samples() {
        assertThat(read("sentry", event("Boom", "\"issue_id\": 1", "[\"sample_event\", \"yes\"]")))
                .isInstanceOf(Reading.OpensNothing.class);
        assertThat(read("sentry", event("This is an example Python exception", "\"issue_id\": 1", "")))
                .isInstanceOf(Reading.OpensNothing.class);
        assertThat(
                        read(
                                "sentry",
                                "{\"id\": \"1\", \"project\": \"p\", \"message\": \"This is an example python exception\", \"event\": {\"tags\": []}}"))
                .isInstanceOf(Reading.OpensNothing.class);
    }

    @Test
    @DisplayName("ING-6 an action that Sentry does not have is refused by name, and so is what is nothing of Sentry's")
    void unknown() {
        assertThat(((Reading.IsNone) read("sentry", issue("exploded", "unresolved"))).pointer())
                .isEqualTo("/action");
        assertThat(read("sentry", "{\"action\": \"critical-ish\", \"data\": {\"metric_alert\": {\"id\": 1}}}"))
                .isInstanceOf(Reading.IsNone.class);
        assertThat(read("sentry", "{\"action\": \"x\", \"data\": {\"foo\": 1}}"))
                .isInstanceOf(Reading.IsNone.class);
        assertThat(read("sentry", "{\"action\": \"created\", \"data\": {\"comment\": \"c\", \"comment_id\": 1}}"))
                .isInstanceOf(Reading.OpensNothing.class);
    }
}
