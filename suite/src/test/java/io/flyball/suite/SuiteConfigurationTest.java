package io.flyball.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

class SuiteConfigurationTest {

    @Test
    @DisplayName("A service that ends takes no other's event loops along")
    void eventLoopsAreNotShared() {
        try (var one = context();
                var other = context()) {
            assertThat(loops(one)).isNotSameAs(loops(other));
            one.close();
            assertThat(loops(other).isDisposed()).isFalse();
        }
    }

    private static AnnotationConfigApplicationContext context() {
        return new AnnotationConfigApplicationContext(SuiteConfiguration.class, ReactorResourceFactory.class);
    }

    private static reactor.netty.resources.LoopResources loops(AnnotationConfigApplicationContext context) {
        return context.getBean(ReactorResourceFactory.class).getLoopResources();
    }
}
