package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.console.kit.Bound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ING-2 label mapping is configurable")
class IngressPropertiesTest {

    static IngressProperties defaults() {
        return Bound.to(IngressProperties.class, "flyball.ingress", Map.of());
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        IngressProperties properties = defaults();
        assertThat(properties.labels().name()).containsExactly("alertname", "alert_name", "name");
        assertThat(properties.labels().service())
                .containsExactly("service", "service.name", "service_name", "app", "application", "workload", "job");
        assertThat(properties.labels().exporters()).contains("*kube-state-metrics*", "*exporter*", "*otel-collector*");
        assertThat(properties.labels().environment())
                .containsExactly(
                        "environment",
                        "env",
                        "stage",
                        "deployment.environment.name",
                        "deployment.environment",
                        "deployment_environment_name",
                        "deployment_environment");
        assertThat(properties.labels().severity()).containsExactly("severity", "priority", "level");
        assertThat(properties.labels().causedBy()).containsExactly("flyball_run");
        assertThat(properties.environments())
                .containsEntry("prod", "production")
                .containsEntry("stg", "staging");
        assertThat(properties.rate()).isEqualTo(new IngressProperties.Rate(200, 10_000));
        assertThat(properties.bounds()).isEqualTo(new IngressProperties.Bounds(1_000, 32_000));
        assertThat(properties.idempotency()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void everyPropertyBinds() {
        IngressProperties properties = Bound.to(
                IngressProperties.class,
                "flyball.ingress",
                Map.ofEntries(
                        Map.entry("flyball.ingress.labels.name", "title"),
                        Map.entry("flyball.ingress.labels.service", "team,component"),
                        Map.entry("flyball.ingress.labels.environment", "zone"),
                        Map.entry("flyball.ingress.labels.severity", "urgency"),
                        Map.entry("flyball.ingress.labels.caused-by", "made_by"),
                        Map.entry("flyball.ingress.labels.exporters", "*-watcher"),
                        Map.entry("flyball.ingress.environments.live", "incident"),
                        Map.entry("flyball.ingress.rate.per-second", "2.5"),
                        Map.entry("flyball.ingress.rate.burst", "7"),
                        Map.entry("flyball.ingress.bounds.alerts", "8"),
                        Map.entry("flyball.ingress.bounds.inputs", "9"),
                        Map.entry("flyball.ingress.idempotency", "1h")));
        assertThat(properties.bounds()).isEqualTo(new IngressProperties.Bounds(8, 9));
        assertThat(properties.labels())
                .isEqualTo(new IngressProperties.Labels(
                        List.of("title"),
                        List.of("team", "component"),
                        List.of("zone"),
                        List.of("urgency"),
                        List.of("made_by"),
                        List.of("*-watcher")));
        assertThat(properties.environments()).containsEntry("live", "incident").containsEntry("prod", "production");
        assertThat(properties.rate()).isEqualTo(new IngressProperties.Rate(2.5, 7));
        assertThat(properties.idempotency()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    @DisplayName("ING-7 where agents are looked up")
    void catalogueDefaultAndBinding() {
        assertThat(Bound.to(CatalogueProperties.class, "flyball.catalogue", Map.of())
                        .directory())
                .isEqualTo(Path.of("catalogue"));
        assertThat(Bound.to(CatalogueProperties.class, "flyball.catalogue", Map.of("flyball.catalogue.directory", "d"))
                        .directory())
                .isEqualTo(Path.of("d"));
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertThatThrownBy(() -> new IngressProperties.Rate(0, 1)).hasMessageContaining("per-second");
        assertThatThrownBy(() -> Bound.to(
                        IngressProperties.class, "flyball.ingress", Map.of("flyball.ingress.idempotency", "0s")))
                .hasStackTraceContaining("must be positive");
    }
}
