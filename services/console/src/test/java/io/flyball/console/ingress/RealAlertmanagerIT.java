package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.flyball.console.kit.Program;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.TopicReader;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@EnabledIf(
        value = "areInstalled",
        disabledReason = "needs " + RealAlertmanagerIT.PROMETHEUS + " and " + RealAlertmanagerIT.ALERTMANAGER)
@DisplayName("ING-1 a real Prometheus and a real Alertmanager")
class RealAlertmanagerIT {
    static final String PROMETHEUS = "/usr/bin/prometheus";
    static final String ALERTMANAGER = "/usr/bin/prometheus-alertmanager";

    @TempDir
    Path folder;

    static boolean areInstalled() {
        return Program.isInstalled(PROMETHEUS) && Program.isInstalled(ALERTMANAGER);
    }

    @Test
    @DisplayName("ING-1 a target that is down becomes a firing alert, and a resolved one when it is back")
    void aTargetThatIsDownBecomesAnAlert(SharedNeighbours neighbours) throws Exception {
        String service = "shop-" + UUID.randomUUID();
        int target = Program.freePort();
        try (RunningConsole console = RunningConsole.start(neighbours);
                Program alertmanager = alertmanager(console);
                Program prometheus = prometheus(target, service)) {
            var topic = new TopicReader<>(neighbours, Topics.ALERTS, Alert.class);
            Alert firing = await(topic, service, AlertStatus.FIRING);
            assertThat(alertmanager.isRunning() && prometheus.isRunning()).isTrue();
            assertThat(firing.getName()).isEqualTo("TargetDown");
            assertThat(firing.getSeverity()).isEqualTo("critical");
            assertThat(firing.getEnvironment()).isEqualTo("staging");
            assertThat(firing.getSource()).isEqualTo("alertmanager");
            assertThat(firing.getFingerprint()).matches("[0-9a-f]{16}");
            assertThat(firing.getAnnotations()).containsEntry("summary", "127.0.0.1:" + target + " is down");
            assertThat(firing.getGeneratorUrl()).contains("/graph?");
            assertThat(firing.getStartsAt()).isBetween(firing.getReceivedAt().minusSeconds(60), firing.getReceivedAt());
            HttpServer back = comesBack(target);
            try {
                Alert resolved = await(topic, service, AlertStatus.RESOLVED);
                assertThat(resolved.getFingerprint()).isEqualTo(firing.getFingerprint());
                assertThat(resolved.getStartsAt()).isEqualTo(firing.getStartsAt());
                assertThat(resolved.getEndsAt()).isAfter(firing.getStartsAt());
            } finally {
                back.stop(0);
            }
        }
    }

    private static Alert await(TopicReader<Alert> topic, String service, AlertStatus status) {
        return Await.that("an alert that is " + status)
                .atMost(Duration.ofMinutes(3))
                .until(
                        () ->
                                topic
                                        .all(alert -> service.equals(alert.getService()) && alert.getStatus() == status)
                                        .stream()
                                        .map(TopicReader.Read::record)
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static HttpServer comesBack(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/metrics", exchange -> {
            byte[] body = "shop_requests_total 1\n".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private int alertmanagerPort;

    private Program alertmanager(RunningConsole console) throws IOException {
        alertmanagerPort = Program.freePort();
        Path config = folder.resolve("alertmanager.yml");
        Files.writeString(config, """
                route: {receiver: flyball, group_by: [alertname, service], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
                receivers:
                  - name: flyball
                    webhook_configs:
                      - url: %s
                        http_config: {authorization: {credentials: %s}}
                """.formatted(console.uri("/webhooks/alertmanager"), console.token()));
        return new Program(
                Path.of("target/alertmanager.log"),
                List.of(
                        ALERTMANAGER,
                        "--config.file=" + config,
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--web.listen-address=127.0.0.1:" + alertmanagerPort,
                        "--cluster.listen-address="));
    }

    private Program prometheus(int target, String service) throws IOException {
        Files.writeString(folder.resolve("rules.yml"), """
                groups:
                  - name: targets
                    rules:
                      - alert: TargetDown
                        expr: up{job="edge"} == 0
                        labels: {severity: critical, env: stg, service: "%s"}
                        annotations: {summary: "{{ $labels.instance }} is down"}
                """.formatted(service));
        Path config = folder.resolve("prometheus.yml");
        Files.writeString(config, """
                global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
                rule_files: [rules.yml]
                scrape_configs:
                  - job_name: edge
                    static_configs: [{targets: ["127.0.0.1:%d"]}]
                alerting:
                  alertmanagers:
                    - static_configs: [{targets: ["127.0.0.1:%d"]}]
                """.formatted(target, alertmanagerPort));
        return new Program(
                Path.of("target/prometheus.log"),
                List.of(
                        PROMETHEUS,
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + Program.freePort()));
    }
}
