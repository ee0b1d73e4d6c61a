package io.flyball.console.sources;

import static io.flyball.console.sources.OwnBodies.alert;
import static io.flyball.console.sources.OwnBodies.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ING-1 what PagerDuty sends")
class PagerDutyTest {
    private static String event(String type, String occurred) {
        return """
                {"event": {"id": "1", "event_type": "%s", "resource_type": "incident", "occurred_at": "%s", "agent": null, "client": null, "data": {"id": "Q1",
                "type": "incident", "number": 3, "status": "triggered", "title": "Disk", "created_at": "2026-11-20T10:00:00Z", "priority": null, "urgency": "high",
                "service": {"id": "P1", "summary": "billing-db"}, "teams": []}}}""".formatted(type, occurred);
    }

    @Test
    @DisplayName("ING-3 an incident that is opened again is no late copy, and can be resolved again")
    void reopened() {
        SourceAlert begun = alert("pagerduty", event("incident.triggered", "2026-11-20T10:00:02Z"));
        SourceAlert over = alert("pagerduty", event("incident.resolved", "2026-11-20T11:00:00Z"));
        SourceAlert again = alert("pagerduty", event("incident.reopened", "2026-11-20T12:00:00Z"));
        SourceAlert overAgain = alert("pagerduty", event("incident.resolved", "2026-11-20T13:00:00Z"));
        assertThat(begun.startsAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(over.startsAt()).isAfter(begun.startsAt());
        assertThat(again.startsAt()).isAfter(over.startsAt());
        assertThat(overAgain.startsAt()).isAfter(again.startsAt());
        assertThat(begun.fingerprint())
                .isEqualTo(over.fingerprint())
                .isEqualTo(again.fingerprint())
                .isEqualTo(overAgain.fingerprint());
        assertThat(begun.labels()).containsEntry("service", "billing-db").containsEntry("severity", "critical");
        assertThat(over.endsAt()).isEqualTo(Instant.parse("2026-11-20T11:00:00Z"));
    }

    @Test
    @DisplayName("ING-6 an event that PagerDuty does not have is refused by name")
    void unknown() {
        Reading unknown = read("pagerduty", event("incident.exploded", "2026-11-20T11:00:00Z"));
        assertThat(((Reading.IsNone) unknown).pointer()).isEqualTo("/event/event_type");
        for (String known :
                new String[] {"incident.workflow.completed", "incident.responder.added", "service.deleted"}) {
            assertThat(read("pagerduty", event(known, "2026-11-20T11:00:00Z")))
                    .isInstanceOf(Reading.OpensNothing.class);
        }
        assertThat(read(
                        "pagerduty",
                        "{\"messages\": [{\"event\": \"incident.unsupported\", \"incident\": {\"id\": \"1\"}}]}"))
                .isInstanceOf(Reading.IsNone.class);
    }
}
