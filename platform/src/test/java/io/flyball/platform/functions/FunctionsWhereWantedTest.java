package io.flyball.platform.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class FunctionsWhereWantedTest {
    private static final String[] CLASSES = {
        "org.springframework.cloud.stream.config.BindingServiceConfiguration",
        "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
        "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration",
        null
    };

    private final FunctionsWhereWanted filter = new FunctionsWhereWanted();

    @Test
    @DisplayName("OPS-7 a service that binds no function pays nothing for those of another on the same class path")
    void notWanted() {
        filter.setEnvironment(with(Map.of()));
        assertThat(filter.match(CLASSES, NOTHING)).containsExactly(false, false, true, true);
    }

    @Test
    @DisplayName("OPS-7 a name left empty binds none")
    void nameless() {
        filter.setEnvironment(with(Map.of("spring.cloud.function.definition", " ")));
        assertThat(filter.match(CLASSES, NOTHING)).containsExactly(false, false, true, true);
    }

    @Test
    @DisplayName("OPS-7 a service that binds functions has all of it")
    void wanted() {
        filter.setEnvironment(with(Map.of("spring.cloud.function.definition", "count")));
        assertThat(filter.match(CLASSES, NOTHING)).containsOnly(true);
    }

    private static StandardEnvironment with(Map<String, Object> properties) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return environment;
    }

    private static final AutoConfigurationMetadata NOTHING = new AutoConfigurationMetadata() {
        @Override
        public boolean wasProcessed(String className) {
            return false;
        }

        @Override
        public Integer getInteger(String className, String key) {
            return null;
        }

        @Override
        public Integer getInteger(String className, String key, Integer defaultValue) {
            return defaultValue;
        }

        @Override
        public Set<String> getSet(String className, String key) {
            return null;
        }

        @Override
        public Set<String> getSet(String className, String key, Set<String> defaultValue) {
            return defaultValue;
        }

        @Override
        public String get(String className, String key) {
            return null;
        }

        @Override
        public String get(String className, String key, String defaultValue) {
            return defaultValue;
        }
    };
}
