package io.flyball.console.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.sources.AlertSources;
import io.flyball.console.door.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that real systems have sent, where the folder FLYBALL_SHARED_DATA names is present. */
@EnabledIf(value = "isPresent", disabledReason = "FLYBALL_SHARED_DATA names no folder with alerts/")
@DisplayName("ING-1 bodies that alerting systems have sent")
class SharedSourceBodiesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final Sources sources = new Sources(AlertSources.shipped());

    static Path folder() {
        String named =
                System.getProperty("FLYBALL_SHARED_DATA", System.getenv().getOrDefault("FLYBALL_SHARED_DATA", ""));
        return Path.of(named, "alerts");
    }

    static boolean isPresent() {
        return folder().isAbsolute() && Files.isDirectory(folder());
    }

    static Stream<Path> bodies() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private Reading read(String source, String file) throws IOException {
        return sources.find(source)
                .orElseThrow()
                .read(new Delivery(Json.read(Files.readAllBytes(folder().resolve(file))), Map.of(), NOW));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "cloudwatch, alerta-cloudwatch_insufficient_data.json, firing, notificationCountAlarm",
        "cloudwatch, alerta-cloudwatch_notification.json, firing, bucketbytesAlarm",
        "cloudwatch, aws-cloudwatch-alarm-sns-payload-single-metric.json, firing, EXAMPLE",
        "cloudwatch, keep-cloudwatch-high_cpu_usage.json, firing, HighCPUUsage",
        "cloudwatch, keep-cloudwatch-high_error_rate.json, firing, APIErrorRate",
        "cloudwatch, keep-cloudwatch-high_memory_usage.json, firing, HighMemoryUsage",
        "grafana, alerta-grafana_6.json, firing, Testing -> Battery Voltage alert",
        "grafana, alerta-grafana_alert_alerting.json, firing, Zeta CPU alert",
        "grafana, alerta-grafana_alert_ok.json, resolved, Zeta CPU alert",
        "grafana, alerta-grafana_example.json, firing, Load peaking!",
        "grafana, zulip-grafana-alert_multiple_v8.json, firing, High memory usage",
        "grafana, zulip-grafana-alert_values_v11.json, firing, Memory (copy)",
        "graylog, alerta-graylog_notification.json, firing, *",
        "graylog, keep-graylog-event.json, firing, Event - 1",
        "pagerduty, alerta-pagerduty_alert.json, resolved, 45645",
        "pagerduty, zulip-pagerduty-triggered_v3.json, firing, Test Incident 3",
        "pagerduty, zulip-pagerduty-resolved_v3.json, resolved, Test Incident",
        "pingdom, alerta-pingdom_down.json, firing, Alerta API on OpenShift",
        "pingdom, alerta-pingdom_up.json, resolved, Alerta API on OpenShift",
        "riemann, alerta-riemann_alert.json, resolved, servicejane",
        "gcp-monitoring, alerta-stackdriver_open.json, firing, CPU usage",
        "gcp-monitoring, alerta-stackdriver_closed.json, resolved, CPU usage",
        "gcp-monitoring, keep-gcpmonitoring-5XX_errors_production.json, firing, *",
        "gcp-monitoring, keep-gcpmonitoring-database_latency.json, firing, *",
        "gcp-monitoring, keep-gcpmonitoring-high_memory_usage.json, firing, *",
        "vrealize, alerta-vmware_vrealize.json, firing, *",
        "axiom, keep-axiom-event.json, firing, New monitor",
        "checkly, keep-checkly-event.json, resolved, API Check #1",
        "checkmk, keep-checkmk-event.json, resolved, HOST server1",
        "coralogix, keep-coralogix-event.json, firing, Keep",
        "dash0, keep-dash0-event.json, resolved, New Check Rule",
        "datadog, keep-datadog-high_cpu_usage.json, firing, High CPU Usage",
        "datadog, keep-datadog-low_disk_space.json, firing, Low Disk Space",
        "datadog, keep-datadog-mq_consumer_struggling.json, firing, MQ Consumer Is Struggling",
        "librenms, keep-libre_nms-event.json, resolved, Devices up/down",
        "sentry, keep-sentry-browser_timeout.json, firing, Failed to fetch user profile",
        "sentry, keep-sentry-database_timeout.json, firing, Failed to load product catalog",
        "sentry, keep-sentry-server_overload.json, firing, Order submission failed",
        "sentry, zulip-sentry-issue_created_for_exception.json, firing, Exception: Custom exception!",
        "signalfx, keep-signalfx-simulate.json, resolved, logs",
        "thousandeyes, keep-thousandeyes-0.json, firing, Default Agent Offline Notification",
        "thousandeyes, keep-thousandeyes-1.json, resolved, PDF Test",
        "wazuh, keep-wazuh-event.json, firing, New dpkg (Debian Package) installed.",
        "opsgenie, zulip-opsgenie-create.json, firing, another alert",
        "opsgenie, zulip-opsgenie-close.json, resolved, test alert",
    })
    void isAnAlert(String source, String file, String status, String name) throws IOException {
        Reading reading = read(source, file);
        assertThat(reading).isInstanceOf(Reading.Alerts.class);
        assertThat(((Reading.Alerts) reading).alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.firing()).isEqualTo(status.equals("firing"));
            assertThat(alert.name()).isNotBlank();
            assertThat(alert.fingerprint()).isNotBlank();
        });
        if (!name.equals("*")) {
            assertThat(((Reading.Alerts) reading).alerts().getFirst().name()).isEqualTo(name);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "newrelic, alerta-new_relic_notification.json",
        "netbox, keep-netbox-event.json",
    })
    @DisplayName("ING-1 what a test button sends, and what is no reason to act, opens nothing")
    void opensNothing(String source, String file) throws IOException {
        assertThat(read(source, file)).isInstanceOf(Reading.OpensNothing.class);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "grafana, keep-grafana-HighMemoryConsumption.json",
        "grafana, keep-grafana-NetworkLatencyIsHigh.json",
        "generic, alerta-telegram_ack.json",
        "generic, alerta-telegram_close.json",
    })
    @DisplayName("ING-6 what is no alert of a source is refused, with what was expected")
    void isRefused(String source, String file) throws IOException {
        assertThat(read(source, file)).isInstanceOf(Reading.IsNone.class);
    }

    @Test
    @DisplayName("ING-3 what begins and what ends have one fingerprint")
    void pairs() throws IOException {
        assertThat(fingerprint("pingdom", "alerta-pingdom_down.json"))
                .isEqualTo(fingerprint("pingdom", "alerta-pingdom_up.json"));
        assertThat(fingerprint("gcp-monitoring", "alerta-stackdriver_open.json"))
                .isEqualTo(fingerprint("gcp-monitoring", "alerta-stackdriver_closed.json"));
        assertThat(fingerprint("grafana", "alerta-grafana_alert_alerting.json"))
                .isEqualTo(fingerprint("grafana", "alerta-grafana_alert_ok.json"));
    }

    private String fingerprint(String source, String file) throws IOException {
        return ((Reading.Alerts) read(source, file)).alerts().getFirst().fingerprint();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    @DisplayName("ING-6 every body is read by every source without a fault, whoever it is from")
    void everyBodyByEverySource(Path file) throws IOException {
        for (String source : sources.names()) {
            assertThat(read(source, file.getFileName().toString())).as(source).isNotNull();
        }
    }
}
