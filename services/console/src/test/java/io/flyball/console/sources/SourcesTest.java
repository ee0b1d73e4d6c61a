package io.flyball.console.sources;

import static io.flyball.console.sources.OwnBodies.alert;
import static io.flyball.console.sources.OwnBodies.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.sources.AlertSource;
import io.flyball.catalogue.sources.AlertSources;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ING-1 what each source sends")
class SourcesTest {
    private static String grafana(String status, String labels) {
        return """
                {"receiver": "r", "status": "firing", "truncatedAlerts": 4, "alerts": [{"status": "%s", "labels": {%s}, "annotations": {"summary": "s"},
                "startsAt": "2026-11-20T10:00:00Z", "endsAt": "0001-01-01T00:00:00Z", "values": {"A": 1.5}, "fingerprint": "f-1"}]}""".formatted(status, labels);
    }

    @ParameterizedTest
    @CsvSource({
        "firing, true",
        "Alerting, true",
        "NoData, true",
        "Error, true",
        "Alerting (NoData), true",
        "resolved, false",
        "Normal, false",
        "Normal (MissingSeries), false"
    })
    @DisplayName("ING-1 Grafana: every state, values, what was left out")
    void grafanaStates(String state, boolean firing) {
        String body = grafana(state, "\"alertname\": \"Slow\", \"service\": \"shop\"");
        SourceAlert alert = alert("grafana", body);
        assertThat(alert.firing()).isEqualTo(firing);
        assertThat(alert.fingerprint()).isEqualTo("f-1");
        assertThat(alert.labels()).containsEntry("service", "shop");
        assertThat(alert.annotations()).containsEntry("value.A", "1.5");
        assertThat(alert.startsAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(alert.endsAt()).isNull();
        assertThat(((Reading.Alerts) read("grafana", body)).leftOut()).isEqualTo(4);
    }

    @Test
    @DisplayName(
            "ING-1 Grafana: an alert about missing data is named by its rule; a test opens nothing; an unknown state is refused")
    void grafanaOthers() {
        assertThat(alert("grafana", grafana("firing", "\"alertname\": \"DatasourceNoData\", \"rulename\": \"Slow\""))
                        .name())
                .isEqualTo("Slow");
        assertThat(read("grafana", grafana("firing", "\"alertname\": \"TestAlert\", \"instance\": \"Grafana\"")))
                .isInstanceOf(Reading.OpensNothing.class);
        assertThat(read("grafana", grafana("Pending", "\"alertname\": \"Slow\"")))
                .isInstanceOf(Reading.OpensNothing.class);
        assertThat(read("grafana", grafana("burning", "\"alertname\": \"Slow\"")))
                .isInstanceOf(Reading.IsNone.class);
    }

    private static String datadog(String transition, String monitor, String scope) {
        return """
                {"alert_id": "%s", "alert_scope": "%s", "alert_transition": "%s", "alert_type": "error", "alert_priority": "P2",
                "title": "[%s on {host:web-1}] Disk is full", "message": "m", "tags": "service:shop,env:prod", "date": "1763632800000",
                "snapshot": "$SNAPSHOT"}""".formatted(monitor, scope, transition, transition);
    }

    @ParameterizedTest
    @CsvSource({
        "Triggered, true, critical",
        "Re-Triggered, true, critical",
        "Warn, true, warning",
        "Re-Warn, true, warning",
        "No Data, true, warning",
        "Re-No Data, true, warning",
        "Renotify, true, critical",
        "Recovered, false, critical"
    })
    @DisplayName("ING-1 Datadog: all transitions of one monitor and scope are one condition")
    void datadogTransitions(String transition, boolean firing, String severity) {
        SourceAlert alert = alert("datadog", datadog(transition, "7", "host:web-1"));
        assertThat(alert.firing()).isEqualTo(firing);
        assertThat(alert.name()).isEqualTo("Disk is full");
        assertThat(alert.fingerprint())
                .isEqualTo(alert("datadog", datadog("Triggered", "7", "host:web-1"))
                        .fingerprint())
                .isNotEqualTo(alert("datadog", datadog("Triggered", "7", "host:web-2"))
                        .fingerprint())
                .isNotEqualTo(alert("datadog", datadog("Triggered", "8", "host:web-1"))
                        .fingerprint());
        assertThat(alert.labels())
                .containsEntry("service", "shop")
                .containsEntry("host", "web-1")
                .containsEntry("severity", severity);
        assertThat(alert.annotations()).doesNotContainKey("snapshot");
    }

    @Test
    @DisplayName("ING-1 Datadog: its own body, a test, an event that is none of a monitor")
    void datadogOthers() {
        String own =
                "{\"body\": \"b\", \"title\": \"[%s on {host:a}] CPU\", \"id\": \"%s\", \"event_type\": \"metric_alert_monitor\"}";
        SourceAlert begun = alert("datadog", own.formatted("Triggered", "1"));
        SourceAlert over = alert("datadog", own.formatted("Recovered", "2"));
        assertThat(begun.fingerprint()).isEqualTo(over.fingerprint());
        assertThat(over.firing()).isFalse();
        assertThat(read("datadog", own.formatted("TEST", "1"))).isInstanceOf(Reading.OpensNothing.class);
        assertThat(read("datadog", "{\"title\": \"Deployed\"}")).isInstanceOf(Reading.OpensNothing.class);
        assertThat(read("datadog", datadog("Sideways", "7", "a"))).isInstanceOf(Reading.IsNone.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incident.acknowledged",
                "incident.annotated",
                "incident.escalated",
                "incident.priority_updated",
                "pagey.ping",
                "service.updated"
            })
    @DisplayName("ING-1 PagerDuty: what neither begins nor ends an incident opens nothing")
    void pagerDuty(String event) {
        assertThat(read("pagerduty", "{\"event\": {\"event_type\": \"" + event + "\", \"data\": {\"id\": \"P1\"}}}"))
                .isInstanceOf(Reading.OpensNothing.class);
    }

    private static String opsgenie(String action) {
        return """
                {"action": "%s", "alert": {"alertId": "id-9", "alias": "disk@db", "message": "Disk", "priority": 1, "createdAt": 1763632800000,
                "updatedAt": 1763632900000000000, "details": {"service": "db"}, "tags": ["team:a"]}}""".formatted(action);
    }

    @Test
    @DisplayName("ING-1 Opsgenie: create and close are one condition, all else opens nothing")
    void opsgenieActions() {
        SourceAlert begun = alert("opsgenie", opsgenie("Create"));
        SourceAlert over = alert("opsgenie", opsgenie("Close"));
        assertThat(begun.firing()).isTrue();
        assertThat(over.firing()).isFalse();
        assertThat(begun.fingerprint()).isEqualTo(over.fingerprint()).isEqualTo("opsgenie:disk@db");
        assertThat(begun.labels())
                .containsEntry("service", "db")
                .containsEntry("priority", "P1")
                .containsEntry("team", "a");
        assertThat(over.endsAt()).isEqualTo(Instant.parse("2025-11-20T10:01:40Z"));
        for (String action : new String[] {"Acknowledge", "UnAcknowledge", "AddNote", "AssignOwnership", "Escalate"}) {
            assertThat(read("opsgenie", opsgenie(action))).isInstanceOf(Reading.OpensNothing.class);
        }
    }

    private static String alarm(String state, String arn) {
        return """
                {"Type": "Notification", "TopicArn": "t", "Message": "{\\"AlarmName\\": \\"Lag\\", \\"AlarmArn\\": \\"%s\\", \\"NewStateValue\\": \\"%s\\", \\"StateChangeTime\\": \\"2026-11-20T10:00:00.000+0000\\", \\"Trigger\\": {\\"Dimensions\\": [{\\"name\\": \\"QueueName\\", \\"value\\": \\"orders\\"}]}}"}""".formatted(arn, state);
    }

    @Test
    @DisplayName("ING-1 CloudWatch: all states; what is no alarm opens nothing; a confirmation asks")
    void cloudWatch() {
        SourceAlert begun = alert("cloudwatch", alarm("ALARM", "arn:1"));
        assertThat(begun.firing()).isTrue();
        assertThat(begun.labels()).containsEntry("service", "orders").containsEntry("severity", "critical");
        assertThat(begun.startsAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(alert("cloudwatch", alarm("OK", "arn:1")).firing()).isFalse();
        assertThat(alert("cloudwatch", alarm("OK", "arn:1")).fingerprint()).isEqualTo(begun.fingerprint());
        assertThat(alert("cloudwatch", alarm("ALARM", "arn:2")).fingerprint()).isNotEqualTo(begun.fingerprint());
        assertThat(alert("cloudwatch", alarm("INSUFFICIENT_DATA", "arn:1")).labels())
                .containsEntry("severity", "warning");
        assertThat(read("cloudwatch", alarm("MAYBE", "arn:1"))).isInstanceOf(Reading.IsNone.class);
        assertThat(read("cloudwatch", "{\"Type\": \"Notification\", \"TopicArn\": \"t\", \"Message\": \"hello\"}"))
                .isInstanceOf(Reading.OpensNothing.class);
        assertThat(read("cloudwatch", "{\"Type\": \"UnsubscribeConfirmation\"}"))
                .isInstanceOf(Reading.OpensNothing.class);
        assertThat(read("cloudwatch", "{\"hello\": 1}")).isInstanceOf(Reading.IsNone.class);
        String event =
                "{\"detail-type\": \"CloudWatch Alarm %s Change\", \"resources\": [\"arn:1\"], \"detail\": {\"alarmName\": \"Lag\", \"state\": {\"value\": \"ALARM\"}}}";
        assertThat(alert("cloudwatch", event.formatted("State")).fingerprint()).isEqualTo(begun.fingerprint());
        assertThat(read("cloudwatch", event.formatted("Configuration"))).isInstanceOf(Reading.OpensNothing.class);
        assertThat(
                        read(
                                "cloudwatch",
                                "{\"Type\": \"SubscriptionConfirmation\", \"TopicArn\": \"t\", \"SubscribeURL\": \"https://sns.eu-west-1.amazonaws.com/?a\"}"))
                .isInstanceOf(Reading.AsksToConfirm.class);
    }

    private static String cloudEvent(String type, String data) {
        return "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/p\", \"type\": \"%s\", \"subject\": \"checkout\", \"data\": %s}"
                .formatted(type, data);
    }

    @Test
    @DisplayName("ING-1 CloudEvents: structured, several, binary; what is no alert opens nothing")
    void cloudEvents() {
        SourceAlert begun = alert("cloudevents", cloudEvent("com.x.alert.firing", "{\"name\": \"Slow\"}"));
        SourceAlert over = alert("cloudevents", cloudEvent("com.x.alert.resolved", "{\"name\": \"Slow\"}"));
        assertThat(begun.firing()).isTrue();
        assertThat(over.firing()).isFalse();
        assertThat(begun.fingerprint()).isEqualTo(over.fingerprint());
        String two = "[" + cloudEvent("x.alert.firing", "{\"name\": \"A\"}") + ","
                + cloudEvent("x.alert.firing", "{\"name\": \"B\"}") + "]";
        assertThat(((Reading.Alerts) read("cloudevents", two)).alerts())
                .extracting(SourceAlert::fingerprint)
                .doesNotHaveDuplicates()
                .hasSize(2);
        Map<String, String> attributes = Map.of(
                "ce-specversion",
                "1.0",
                "ce-id",
                "1",
                "ce-source",
                "/p",
                "ce-type",
                "com.x.alert.firing",
                "ce-subject",
                "checkout");
        assertThat(((Reading.Alerts) read("cloudevents", "{\"name\": \"Slow\"}", attributes))
                        .alerts()
                        .getFirst()
                        .fingerprint())
                .isEqualTo(begun.fingerprint());
        assertThat(read("cloudevents", cloudEvent("com.x.order.created", "{}")))
                .isInstanceOf(Reading.OpensNothing.class);
        assertThat(read("cloudevents", "{\"type\": \"com.x.alert\"}")).isInstanceOf(Reading.IsNone.class);
    }

    @Test
    @DisplayName(
            "ING-1 Sentry: an issue is one condition, whoever tells of it; metric alerts; single errors open nothing")
    void sentry() {
        String issue =
                "{\"action\": \"%s\", \"data\": {\"issue\": {\"id\": \"42\", \"title\": \"Boom\", \"level\": \"error\", \"project\": {\"slug\": \"shop\"}}}}";
        String event =
                "{\"action\": \"triggered\", \"data\": {\"event\": {\"issue_id\": \"42\", \"title\": \"Boom\"}, \"triggered_rule\": \"r\"}}";
        String metric =
                "{\"action\": \"%s\", \"data\": {\"metric_alert\": {\"id\": \"3\", \"organization_id\": \"1\", \"alert_rule\": {\"id\": \"8\", \"name\": \"Errors\"}}}}";
        SourceAlert begun = alert("sentry", issue.formatted("created"));
        assertThat(begun.labels()).containsEntry("service", "shop").containsEntry("severity", "error");
        assertThat(alert("sentry", event).fingerprint()).isEqualTo(begun.fingerprint());
        assertThat(alert("sentry", issue.formatted("resolved")).firing()).isFalse();
        assertThat(alert("sentry", issue.formatted("resolved")).fingerprint()).isEqualTo(begun.fingerprint());
        assertThat(read("sentry", issue.formatted("assigned"))).isInstanceOf(Reading.OpensNothing.class);
        assertThat(alert("sentry", metric.formatted("critical")).fingerprint())
                .isEqualTo(alert("sentry", metric.formatted("resolved")).fingerprint())
                .isNotEqualTo(begun.fingerprint());
        assertThat(read("sentry", "{\"action\": \"created\", \"data\": {\"event\": {\"event_id\": \"1\"}}}"))
                .isInstanceOf(Reading.OpensNothing.class);
        assertThat(read("sentry", "{\"action\": \"created\", \"data\": {\"installation\": {}}}"))
                .isInstanceOf(Reading.OpensNothing.class);
        assertThat(read("sentry", "{\"hello\": 1}")).isInstanceOf(Reading.IsNone.class);
    }

    @Test
    @DisplayName("ING-11 every source has a file that says how it is set up, and every file a reader")
    void filesAndReaders() {
        AlertSources files = AlertSources.shipped();
        assertThat(files.all())
                .extracting(AlertSource::name)
                .filteredOn(name -> !name.equals("alertmanager"))
                .containsExactlyInAnyOrderElementsOf(new Sources(files).names());
        assertThat(files.all()).allSatisfy(source -> assertThat(source.setup()).isNotEmpty());
    }
}
