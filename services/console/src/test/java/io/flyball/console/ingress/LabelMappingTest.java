package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Field case F03: which label is the service? */
class LabelMappingTest {
    private final LabelMapping mapping = new LabelMapping(IngressPropertiesTest.defaults());

    private static Map<String, String> seenBy(String exporter, Map<String, String> more) {
        Map<String, String> labels = new HashMap<>(Map.of("job", "kube-state-metrics", "service", exporter));
        labels.putAll(more);
        return labels;
    }

    @ParameterizedTest
    @CsvSource({
        "container, web, web",
        "deployment, billing, billing",
        "statefulset, store, store",
        "pod, netbox-66cc5c9fcf-9rccg, netbox",
        "pod, node-agent-x7k2p, node-agent",
        "pod, store-0, store",
        "exported_pod, mail-6f9d8b7c5d-2xk4q, mail"
    })
    @DisplayName("ING-2 where labels name a workload, the exporter that watches it is not the service")
    void exporter(String label, String value, String service) {
        assertThat(mapping.service(
                        seenBy("kube-prometheus-stack-kube-state-metrics", Map.of("namespace", "n", label, value))))
                .contains(service);
    }

    @Test
    @DisplayName("ING-2 an exporter that is ill itself is the service, and so is a service that shows its own metrics")
    void ownAlert() {
        assertThat(mapping.service(Map.of("service", "node-exporter"))).contains("node-exporter");
        assertThat(mapping.service(Map.of("service", "shop", "namespace", "prod", "pod", "frontend-5d8f7c9b4d-abcde")))
                .contains("shop");
    }

    @Test
    @DisplayName("ING-2 OpenTelemetry's names, with dots, tell service and environment")
    void openTelemetry() {
        Map<String, String> labels = Map.of(
                "service.name", "checkout",
                "job", "otel-collector",
                "deployment.environment", "prod");
        assertThat(mapping.service(labels)).contains("checkout");
        assertThat(mapping.environment(labels)).contains("production");
        assertThat(mapping.service(Map.of("service", "otel-collector", "service.name", "checkout")))
                .contains("checkout");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<error expanding template: error executing template __alert_A: can't evaluate field Values>",
                "<no value>",
                "[no value]",
                "{{ $labels.queue }}"
            })
    @DisplayName("ING-2 what a rule's template could not fill in is nobody's name")
    void broken(String value) {
        assertThat(mapping.service(Map.of("service", value))).isEmpty();
        assertThat(mapping.service(Map.of("service", value, "app", "mail"))).contains("mail");
        assertThat(mapping.severity(Map.of("severity", value))).isEmpty();
    }
}
