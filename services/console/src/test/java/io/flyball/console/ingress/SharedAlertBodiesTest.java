package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.door.Json;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that real systems have sent, where the folder FLYBALL_SHARED_DATA names is present. */
@EnabledIf(value = "isPresent", disabledReason = "FLYBALL_SHARED_DATA names no folder with alerts/")
@DisplayName("ING-1 bodies that Alertmanager and Prometheus have sent")
class SharedAlertBodiesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final AlertmanagerFormat format =
            new AlertmanagerFormat(new LabelMapping(IngressPropertiesTest.defaults()));

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
            return files
                    .filter(file -> file.getFileName().toString().matches(".*(alertmanager|prometheus).*\\.json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private List<Alert> read(Path file) throws IOException {
        return format.read(Json.read(Files.readAllBytes(file)), new Reception(NOW, () -> "id"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isTaken(Path file) throws IOException {
        assertThat(read(file)).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.getName()).isNotBlank();
            assertThat(alert.getFingerprint()).isNotBlank();
            assertThat(alert.getSeverity()).isLowerCase();
        });
    }

    @Test
    @DisplayName("ING-2 the two that were caught from a running Alertmanager")
    void caught() throws IOException {
        Alert firing = read(folder().resolve("alertmanager-0.25-firing.json")).getFirst();
        Alert resolved =
                read(folder().resolve("alertmanager-0.25-resolved.json")).getFirst();
        assertThat(firing.getFingerprint()).isEqualTo(resolved.getFingerprint()).isEqualTo("d7840da243e8241c");
        assertThat(firing.getStatus()).isEqualTo(AlertStatus.FIRING);
        assertThat(resolved.getStatus()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(firing.getService()).isEqualTo("checkout");
        assertThat(firing.getEnvironment()).isEqualTo("staging");
        assertThat(firing.getEndsAt()).isNull();
        assertThat(resolved.getEndsAt()).isEqualTo(Instant.parse("2026-11-20T23:44:47.736Z"));
    }
}
