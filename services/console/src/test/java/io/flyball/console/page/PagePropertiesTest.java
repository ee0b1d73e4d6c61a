package io.flyball.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Bound;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagePropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(Bound.to(PageProperties.class, "flyball.console", Map.of()))
                .isEqualTo(new PageProperties(URI.create("http://127.0.0.1:7415")));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(Bound.to(
                        PageProperties.class,
                        "flyball.console",
                        Map.of("flyball.console.tracing-url", "https://traces.example")))
                .isEqualTo(new PageProperties(URI.create("https://traces.example")));
    }
}
