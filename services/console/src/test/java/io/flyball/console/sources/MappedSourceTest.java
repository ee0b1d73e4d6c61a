package io.flyball.console.sources;

import static io.flyball.console.sources.OwnBodies.alert;
import static io.flyball.console.sources.OwnBodies.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ING-1 sources that a mapping file describes")
class MappedSourceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "zabbix | {'event_id': '5', 'value': '1', 'name': 'Disk', 'host': 'a', 'tags': 'service:db, x:y'} | {'event_id': '5', 'value': '0', 'name': 'Disk'}",
                "uptime-kuma | {'msg': 'm', 'monitor': {'id': 3, 'name': 'Shop'}, 'heartbeat': {'status': 0, 'time': '2026-11-20 10:00:00.1'}} | {'msg': 'm', 'monitor': {'id': 3, 'name': 'Shop'}, 'heartbeat': {'status': 1}}",
                "newrelic | {'id': 'i1', 'title': 'Slow', 'state': 'ACTIVATED', 'condition': 'Slow'} | {'id': 'i1', 'title': 'Slow', 'state': 'CLOSED', 'condition': 'Slow'}",
                "checkmk | {'site': 's', 'what': 'SERVICE', 'host': 'h', 'service': 'CPU', 'notification_type': 'PROBLEM'} | {'site': 's', 'what': 'SERVICE', 'host': 'h', 'service': 'CPU', 'notification_type': 'RECOVERY'}",
                "librenms | {'state': '1', 'rule_id': '2', 'hostname': 'h', 'name': 'Down'} | {'state': '0', 'rule_id': '2', 'hostname': 'h', 'name': 'Down'}",
                "generic | {'title': '[FIRING] Disk', 'severity': 'high', 'labels': {'host': 'a'}} | {'title': '[RESOLVED] Disk', 'status': 'Resolved', 'severity': 'ok', 'labels': {'host': 'a'}}",
                "thousandeyes | {'eventType': 'ALERT_NOTIFICATION_TRIGGER', 'alert': {'alertId': 1, 'ruleName': 'R'}} | {'eventType': 'ALERT_NOTIFICATION_CLEAR', 'alert': {'alertId': 1, 'ruleName': 'R'}}",
                "coralogix | {'alert_id': 'a', 'alert_action': 'trigger', 'name': 'N', 'fields': [{'key': 'Group-by Value1', 'value': 'x'}]} | {'alert_id': 'a', 'alert_action': 'resolve', 'name': 'N', 'fields': [{'key': 'Group-by Value1', 'value': 'x'}]}",
                "axiom | {'action': 'Open', 'event': {'monitorID': 'm', 'title': 'Triggered: New'}} | {'action': 'Closed', 'event': {'monitorID': 'm', 'title': 'Resolved: New'}}",
                "riemann | {'host': 'h', 'service': 'cpu', 'state': 'critical'} | {'host': 'h', 'service': 'cpu', 'state': 'ok'}",
                "dash0 | {'type': 'alert.ongoing', 'data': {'issue': {'issueIdentifier': 'i', 'summary': 's', 'status': 'critical'}}} | {'type': 'alert.resolved', 'data': {'issue': {'issueIdentifier': 'i', 'summary': 's'}}}",
                "vrealize | {'alertId': 'a', 'status': 'ACTIVE', 'info': 'i'} | {'alertId': 'a', 'status': 'CANCELED', 'info': 'i'}",
                "checkly | {'alert_type': 'ALERT_FAILURE', 'check_id': 'c', 'check_name': 'n'} | {'alert_type': 'ALERT_RECOVERY', 'check_id': 'c', 'check_name': 'n'}",
                "signalfx | {'incidentId': 'i', 'statusExtended': 'anomalous', 'rule': 'r'} | {'incidentId': 'i', 'statusExtended': 'ok', 'rule': 'r'}",
            })
    @DisplayName("ING-3 what begins and what ends have one fingerprint and one name")
    void beginsAndEnds(String source, String firing, String resolved) {
        SourceAlert begun = alert(source, firing.replace('\'', '"'));
        SourceAlert over = alert(source, resolved.replace('\'', '"'));
        assertThat(begun.firing()).isTrue();
        assertThat(over.firing()).isFalse();
        assertThat(over.fingerprint()).isEqualTo(begun.fingerprint());
        assertThat(over.name()).isEqualTo(begun.name());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "zabbix | {'event_id': '5', 'value': '1', 'name': 'Disk', 'update': '1'}",
                "uptime-kuma | {'heartbeat': null, 'monitor': null, 'msg': 'Flyball Testing'}",
                "graylog | {'event_definition_type': 'test-dummy-v1', 'event_definition_id': 'x', 'event': {'alert': true}}",
                "librenms | {'state': '1', 'name': 'n', 'title': 'Testing transport from LibreNMS'}",
                "gcp-monitoring | {'version': 'test', 'incident': {'incident_id': '1', 'state': 'OPEN', 'summary': 's'}}",
                "thousandeyes | {'eventType': 'WEBHOOK_TEST'}",
                "checkmk | {'host': 'h', 'notification_type': 'ACKNOWLEDGEMENT'}",
                "generic | {'name': 'a', 'status': 'acknowledged'}",
            })
    @DisplayName("ING-1 tests and acknowledgements open nothing")
    void opensNothing(String source, String body) {
        assertThat(read(source, body.replace('\'', '"'))).isInstanceOf(Reading.OpensNothing.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "zabbix",
        "uptime-kuma",
        "graylog",
        "librenms",
        "gcp-monitoring",
        "thousandeyes",
        "checkmk",
        "generic",
        "pingdom",
        "axiom",
        "coralogix",
        "dash0",
        "newrelic",
        "netbox",
        "riemann",
        "signalfx",
        "vrealize",
        "wazuh",
        "checkly"
    })
    @DisplayName("ING-6 a body of somebody else is none of theirs")
    void isNone(String source) {
        assertThat(read(source, "{\"hello\": \"world\"}")).isInstanceOf(Reading.IsNone.class);
        assertThat(read(source, "[]")).isInstanceOf(Reading.IsNone.class);
        assertThat(read(source, "7")).isInstanceOf(Reading.IsNone.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1763632800, 2025-11-20T10:00:00Z", "1763632800000, 2025-11-20T10:00:00Z",
                "1763632800000000, 2025-11-20T10:00:00Z",
        "1763632800000000000, 2025-11-20T10:00:00Z", "2025-11-20T10:00:00.5+0100, 2025-11-20T09:00:00.5Z",
                "2025-11-20 10:00:00, 2025-11-20T10:00:00Z",
        "2025-11-20 10:00:00.266529825 +0000 UTC, 2025-11-20T10:00:00.266529825Z",
                "2025/11/20 10:00:00 GMT, 2025-11-20T10:00:00Z"
    })
    @DisplayName("ING-2 times as senders write them")
    void times(String told, Instant expected) {
        assertThat(When.of(told, OwnBodies.NOW)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "soon",
        "0",
        "0001-01-01T00:00:00Z",
        "2026-13-41T99:00:00Z",
        "2099-01-01T00:00:00Z",
        "99999999999999999999"
    })
    @DisplayName("ING-2 a time that makes no sense counts as absent")
    void noTimes(String told) {
        assertThat(When.of(told, OwnBodies.NOW)).isEmpty();
    }

    @Test
    @DisplayName("ING-2 two conditions of one check never share a fingerprint")
    void others() {
        String grouped =
                "{\"alert_id\": \"a\", \"alert_action\": \"trigger\", \"name\": \"N\", \"fields\": [{\"key\": \"Group-by Value1\", \"value\": \"%s\"}]}";
        assertThat(alert("coralogix", grouped.formatted("x")).fingerprint())
                .isNotEqualTo(alert("coralogix", grouped.formatted("y")).fingerprint());
        String generic = "{\"name\": \"Disk\", \"labels\": {\"host\": \"%s\"}}";
        assertThat(alert("generic", generic.formatted("x")).fingerprint())
                .isNotEqualTo(alert("generic", generic.formatted("y")).fingerprint());
    }
}
