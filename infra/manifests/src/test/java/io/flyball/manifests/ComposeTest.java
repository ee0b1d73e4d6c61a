package io.flyball.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ComposeTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");
    private static final Pattern IN_EXAMPLE = Pattern.compile("(?m)^#?([A-Z_]+)=");

    private final String text = read("docker-compose.yml");
    private final Map<String, Object> file = new Yaml().load(text);

    @Test
    @DisplayName("OPS-1 every image is pinned to a version")
    void pinned() {
        assertThat(services().values())
                .extracting(it -> String.valueOf(it.get("image")))
                .allSatisfy(image -> assertThat(image).matches(".+:(v?\\d.*|\\$\\{FLYBALL_VERSION:-\\d.+})"));
    }

    @Test
    @DisplayName("OPS-1 nothing is published on another address than this machine's own")
    void loopbackOnly() {
        assertThat(services().values().stream().flatMap(it -> list(it, "ports").stream()))
                .isNotEmpty()
                .allSatisfy(port -> assertThat(String.valueOf(port)).startsWith("127.0.0.1:"));
    }

    @Test
    @DisplayName(
            "OPS-1 what is ours runs unprivileged, with a read-only root, without capabilities, and is asked for its health")
    void unprivileged() {
        Map<String, Map<String, Object>> ours = services().entrySet().stream()
                .filter(it -> String.valueOf(it.getValue().get("image")).startsWith("flyball/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(ours).hasSize(8).allSatisfy((name, service) -> {
            assertThat(service)
                    .containsEntry("read_only", true)
                    .containsEntry("user", "10001:10001")
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("security_opt", List.of("no-new-privileges:true"));
            if (!name.equals("topics")) {
                assertThat(service).containsKeys("healthcheck", "restart", "mem_limit");
            }
        });
    }

    @Test
    @DisplayName("OPS-1 services begin once topics and Redis are there, and whoever is waited for says how it is")
    void order() {
        services().forEach((name, service) -> {
            if (service.get("depends_on") instanceof Map<?, ?> others) {
                others.forEach((other, how) -> {
                    Map<String, Object> needed = services().get(String.valueOf(other));
                    assertThat(needed).as(name + " needs " + other).isNotNull();
                    if (String.valueOf(how).contains("service_healthy")) {
                        assertThat(needed)
                                .as(name + " waits for the health of " + other)
                                .containsKey("healthcheck");
                    }
                });
            }
        });
    }

    @Test
    @DisplayName(
            "OPS-1 the network that everything shares reaches nothing; the world is reached by those alone that must")
    void walls() {
        assertThat(String.valueOf(((Map<?, ?>) file.get("networks")).get("suite")))
                .isEqualTo("{internal=true}");
        assertThat(services().entrySet().stream()
                        .filter(it -> list(it.getValue(), "networks").stream()
                                .anyMatch(network -> List.of("providers", "channels", "targets")
                                        .contains(String.valueOf(network))))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("planner", "notifier", "tool-executor", "prometheus");
    }

    @Test
    @DisplayName("OPS-1 nothing that must outlive a container lies in the container or in its memory")
    void volumes() {
        services().forEach((name, service) -> {
            String paths = environment(service).entrySet().stream()
                    .filter(it -> it.getKey().matches(".*(DIRECTORY|FILE|_HOME)$"))
                    .map(it -> it.getValue())
                    .filter(path -> !kept(service, path))
                    .collect(Collectors.joining(", "));
            assertThat(paths)
                    .as("what " + name + " would lose with its container")
                    .isEmpty();
        });
        assertThat(environment(services().get("orchestrator")))
                .containsKeys("FLYBALL_ORCHESTRATOR_AUDIT_CHECKPOINTFILE", "FLYBALL_ORCHESTRATOR_AUDIT_KEYFILE");
        assertThat(environment(services().get("console"))).containsKey("FLYBALL_CONSOLE_AUDIT_KEYFILE");
        assertThat(environment(services().get("tool-executor"))).containsKey("FLYBALL_EXECUTOR_TRASH_HOME");
    }

    /** In a volume, in a folder of the project, or a secret. */
    private static boolean kept(Map<String, Object> service, String path) {
        return path.startsWith("/run/secrets/")
                || list(service, "volumes").stream()
                        .map(volume -> String.valueOf(volume).replaceAll(":ro$", ""))
                        .map(volume -> volume.substring(volume.lastIndexOf(':') + 1))
                        .anyMatch(path::startsWith);
    }

    private static Map<String, String> environment(Map<String, Object> service) {
        return service.get("environment") instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .collect(Collectors.toMap(
                                it -> String.valueOf(it.getKey()), it -> String.valueOf(it.getValue())))
                : Map.of();
    }

    @Test
    @DisplayName("OPS-1 .env.example names every variable that a user may set")
    void example() {
        var used = VARIABLE.matcher(text)
                .results()
                .map(it -> it.group(1))
                .filter(name -> !name.endsWith("_MEMORY") && !name.matches("FLYBALL_KAFKA_(HEAP|CLUSTER_ID)"))
                .collect(Collectors.toSet());
        var named = IN_EXAMPLE
                .matcher(read(".env.example"))
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toSet());

        assertThat(named).containsAll(used);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> services() {
        return (Map<String, Map<String, Object>>) file.get("services");
    }

    private static List<?> list(Map<String, Object> map, String key) {
        return map.get(key) instanceof List<?> list ? list : List.of();
    }

    private static String read(String name) {
        try {
            return Files.readString(Overlay.ROOT.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
