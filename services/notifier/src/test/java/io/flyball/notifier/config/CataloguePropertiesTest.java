package io.flyball.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CataloguePropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of())).isEqualTo(new CatalogueProperties(Path.of("catalogue")));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of("flyball.catalogue.directory", "/etc/flyball")))
                .isEqualTo(new CatalogueProperties(Path.of("/etc/flyball")));
    }

    private static CatalogueProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("flyball.catalogue", CatalogueProperties.class);
    }
}
