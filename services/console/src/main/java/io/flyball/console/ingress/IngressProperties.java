package io.flyball.console.ingress;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How alerts and run requests come in.
 *
 * @param labels which labels say what
 * @param environments other names of environments, as {@code prod: production}; added to the usual ones
 * @param rate how much one source may send
 * @param bounds how much one body may bring
 * @param idempotency how long an idempotency key gives the same run
 */
@ConfigurationProperties("flyball.ingress")
record IngressProperties(
        @DefaultValue Labels labels,
        @DefaultValue Map<String, String> environments,
        @DefaultValue Rate rate,
        @DefaultValue Bounds bounds,
        @DefaultValue("24h") Duration idempotency) {
    private static final Map<String, String> USUAL = Map.of(
            "prod", "production",
            "prd", "production",
            "live", "production",
            "stage", "staging",
            "stg", "staging",
            "dev", "development",
            "devel", "development");

    IngressProperties {
        Map<String, String> all = new TreeMap<>(USUAL);
        all.putAll(environments);
        environments = Map.copyOf(all);
        if (!idempotency.isPositive()) {
            throw new IllegalArgumentException("flyball.ingress.idempotency must be positive");
        }
    }

    /**
     * Labels by what they say; the first that an alert has counts.
     *
     * @param name the alert's name
     * @param service the service it concerns
     * @param environment the environment it concerns
     * @param severity its severity
     * @param causedBy the run whose own action caused it; read from the annotations too
     * @param exporters names of what only watches others, as patterns with {@code *}: where other labels name a workload, such a name is
     *     not the service
     */
    record Labels(
            @DefaultValue({"alertname", "alert_name", "name"})
            List<String> name,

            @DefaultValue({"service", "service.name", "service_name", "app", "application", "workload", "job"})
            List<String> service,

            @DefaultValue({
                "environment",
                "env",
                "stage",
                "deployment.environment.name",
                "deployment.environment",
                "deployment_environment_name",
                "deployment_environment"
            })
            List<String> environment,

            @DefaultValue({"severity", "priority", "level"}) List<String> severity,
            @DefaultValue({"flyball_run"}) List<String> causedBy,

            @DefaultValue({
                "*kube-state-metrics*",
                "*exporter*",
                "*kubelet*",
                "*cadvisor*",
                "*metrics-server*",
                "*pushgateway*",
                "*otel-collector*",
                "*opentelemetry-collector*",
                "*telegraf*",
                "*grafana-agent*",
                "*alloy*"
            })
            List<String> exporters) {}

    /**
     * What one source may send.
     *
     * @param perSecond requests per second for ever
     * @param burst requests at once, when it was quiet before
     */
    record Rate(
            @DefaultValue("200") double perSecond,
            @DefaultValue("10000") int burst) {

        Rate {
            if (perSecond <= 0 || burst < 1) {
                throw new IllegalArgumentException(
                        "flyball.ingress.rate: per-second must be positive and burst at least 1");
            }
        }
    }

    /**
     * How much one body may bring, beside the 1 MiB that it may have.
     *
     * @param alerts alerts in one body
     * @param inputs characters of a run's inputs together, names and values
     */
    record Bounds(
            @DefaultValue("1000") int alerts,
            @DefaultValue("32000") int inputs) {

        Bounds {
            if (alerts < 1 || inputs < 1 || inputs > 50_000) {
                throw new IllegalArgumentException(
                        "flyball.ingress.bounds: alerts must be at least 1 and inputs from 1 to 50000");
            }
        }
    }
}
