package io.flyball.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesTest {
    private static final Set<String> GIVEN_SECRETS =
            Set.of("flyball-token", "flyball-providers", "flyball-signing-key", "flyball-verifying-keys");

    @BeforeAll
    static void needsKubectl() {
        assumeTrue(Overlay.canBeBuilt(), "kubectl is not installed here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    @DisplayName("OPS-2 every object has only fields that there are, of the right type, and all that it needs")
    void strictlyValid(String overlay) throws Exception {
        List<Manifest> all = Overlay.build(overlay);

        assertThat(all).hasSizeGreaterThan(30).allSatisfy(StrictSchema::check);
    }

    @Test
    @DisplayName("OPS-2 an unknown field, a wrong type and a missing field are found")
    void findsMistakes() {
        Map<String, Object> right = Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                Map.of("name", "a"),
                "spec",
                Map.of("ports", List.of(Map.of("port", 1))));
        StrictSchema.check(new Manifest(right));

        assertThatThrownBy(() -> StrictSchema.check(service(Map.of("prots", List.of()))))
                .hasMessageContaining("prots");
        assertThatThrownBy(() -> StrictSchema.check(service(Map.of("ports", "many"))))
                .hasMessageContaining("JsonArray");
        assertThatThrownBy(() -> StrictSchema.check(service(Map.of("ports", List.of(Map.of("name", "http"))))))
                .hasMessageContaining("port");
    }

    private static Manifest service(Map<String, Object> spec) {
        return new Manifest(
                Map.of("apiVersion", "v1", "kind", "Service", "metadata", Map.of("name", "a"), "spec", spec));
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    @DisplayName("OPS-2 whatever is named exists: settings, secrets, service accounts, ports, labels, volumes")
    void referencesExist(String overlay) throws Exception {
        List<Manifest> all = Overlay.build(overlay);

        assertThat(new References(all, GIVEN_SECRETS).missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    @DisplayName(
            "OPS-2 every container runs unprivileged, with a read-only root and without capabilities, and has its limits")
    void unprivileged(String overlay) throws Exception {
        for (Manifest workload : workloads(overlay)) {
            assertThat(Map.class.cast(workload.pod().get("securityContext")))
                    .as(workload.toString())
                    .containsEntry("runAsNonRoot", true)
                    .containsKey("seccompProfile");
            for (Map<?, ?> container : workload.containers()) {
                assertThat(Map.class.cast(container.get("securityContext")))
                        .as(workload.toString())
                        .containsEntry("readOnlyRootFilesystem", true)
                        .containsEntry("allowPrivilegeEscalation", false)
                        .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
                assertThat(Map.class.cast(container.get("resources"))).containsKeys("requests", "limits");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    @DisplayName("OPS-2 every service has its three probes, its disruption budget, and is spread over hosts")
    void staysUp(String overlay) throws Exception {
        List<Manifest> services = workloads(overlay).stream()
                .filter(it -> !it.kind().equals("Job"))
                .toList();
        assertThat(services).hasSize(7).allSatisfy(service -> {
            assertThat(Map.class.cast(service.containers().getFirst()))
                    .containsKeys("startupProbe", "readinessProbe", "livenessProbe");
            assertThat(service.pod().get("topologySpreadConstraints")).isNotNull();
        });
        assertThat(names(overlay, "PodDisruptionBudget"))
                .isEqualTo(services.stream().map(Manifest::name).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    @DisplayName(
            "OPS-2 nobody may delete anything or read a secret, and only the tool executor speaks with the API server")
    void leastRights(String overlay) throws Exception {
        List<Manifest> all = Overlay.build(overlay);
        List<Map<?, ?>> rules = all.stream()
                .filter(it -> it.kind().equals("Role"))
                .flatMap(it -> Manifest.maps(it.fields().get("rules")))
                .toList();
        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(list(rule, "verbs")).isSubsetOf("get", "list", "watch", "patch");
            assertThat(list(rule, "resources")).doesNotContain("secrets", "*");
        });
        assertThat(all.stream().filter(it -> it.kind().equals("ClusterRole"))).isEmpty();
        assertThat(workloads(overlay).stream()
                        .filter(it -> Boolean.TRUE.equals(it.pod().get("automountServiceAccountToken")))
                        .map(Manifest::name))
                .containsExactly("tool-executor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    @DisplayName(
            "OPS-2 by default nothing is reached; the world is reached by planner, notifier and tool executor alone")
    void walls(String overlay) throws Exception {
        List<Manifest> policies = Overlay.build(overlay).stream()
                .filter(it -> it.kind().equals("NetworkPolicy"))
                .toList();
        assertThat(policies).anySatisfy(it -> {
            assertThat(it.at("spec", "policyTypes")).isEqualTo(List.of("Ingress", "Egress"));
            assertThat(it.at("spec", "ingress")).isNull();
            assertThat(it.at("spec", "egress")).isNull();
        });
        assertThat(policies.stream()
                        .filter(it ->
                                Manifest.everyMap(it.at("spec", "egress")).anyMatch(map -> map.containsKey("ipBlock")))
                        .map(KubernetesTest::whom))
                .containsExactlyInAnyOrder("planner", "notifier");
        assertThat(policies.stream()
                        .filter(it ->
                                Manifest.maps(it.at("spec", "ingress")).anyMatch(rule -> !rule.containsKey("from")))
                        .map(KubernetesTest::whom))
                .containsExactly("console");
        assertThat(policies.stream()
                        .filter(it -> Manifest.maps(it.at("spec", "egress")).anyMatch(rule -> !rule.containsKey("to")))
                        .map(KubernetesTest::whom))
                .containsExactly("tool-executor");
    }

    private static String whom(Manifest policy) {
        return String.valueOf(
                policy.at("spec", "podSelector", "matchLabels") instanceof Map<?, ?> labels
                        ? labels.get("app.kubernetes.io/name")
                        : null);
    }

    private static List<String> list(Map<?, ?> map, String key) {
        return ((List<?>) map.get(key)).stream().map(String::valueOf).toList();
    }

    private static List<Manifest> workloads(String overlay) throws IOException, InterruptedException {
        return Overlay.build(overlay).stream().filter(it -> !it.pod().isEmpty()).toList();
    }

    private static Set<String> names(String overlay, String kind) throws IOException, InterruptedException {
        Stream<Manifest> all = Overlay.build(overlay).stream();
        return all.filter(it -> it.kind().equals(kind)).map(Manifest::name).collect(Collectors.toSet());
    }
}
