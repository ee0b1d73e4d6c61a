package io.flyball.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.planner.choice.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PlannerPropertiesTest {

    private static Binder with(String... pairs) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(values));
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(with().bindOrCreate("flyball.planner", PlannerProperties.class))
                .isEqualTo(new PlannerProperties(Mode.AUTO, 8, Duration.ofSeconds(30), 5, Duration.ofMillis(500)));
        assertThat(with().bindOrCreate("flyball.catalogue", CatalogueProperties.class)
                        .directory())
                .isEqualTo(Path.of("catalogue"));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(with(
                                "flyball.planner.mode", "runbook",
                                "flyball.planner.workers", "2",
                                "flyball.planner.lock", "5s",
                                "flyball.planner.delivery-limit", "3",
                                "flyball.planner.stop-look-every", "1s")
                        .bindOrCreate("flyball.planner", PlannerProperties.class))
                .isEqualTo(new PlannerProperties(Mode.RUNBOOK, 2, Duration.ofSeconds(5), 3, Duration.ofSeconds(1)));
        assertThat(with("flyball.catalogue.directory", "/c")
                        .bindOrCreate("flyball.catalogue", CatalogueProperties.class)
                        .directory())
                .isEqualTo(Path.of("/c"));
    }

    @ParameterizedTest
    @CsvSource({"workers,0", "lock,0s", "delivery-limit,1", "stop-look-every,0s"})
    void nonsenseIsRefused(String property, String value) {
        assertThatThrownBy(() -> with("flyball.planner." + property, value)
                        .bindOrCreate("flyball.planner", PlannerProperties.class))
                .rootCause()
                .hasMessageContaining("flyball.planner." + property);
    }
}
