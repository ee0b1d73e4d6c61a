package io.flyball.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

class SuiteConfigurationTest {

    static class EventLoops {

        @Bean
        ReactorResourceFactory loops() {
            var loops = new ReactorResourceFactory();
            loops.setUseGlobalResources(false);
            loops.setShutdownQuietPeriod(Duration.ofMinutes(1));
            loops.setShutdownTimeout(Duration.ofMinutes(2));
            return loops;
        }
    }

    @Test
    void eventLoopsEndWithoutWaitingForMore() {
        var context = new AnnotationConfigApplicationContext(SuiteConfiguration.class, EventLoops.class);
        var loops = context.getBean(ReactorResourceFactory.class).getLoopResources();
        var began = Instant.now();
        context.close();
        assertThat(loops.isDisposed()).isTrue();
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(50));
    }
}
