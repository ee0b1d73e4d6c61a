package io.flyball.suite;

import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/** What a service has of its own because it shares the JVM with others. */
@AutoConfiguration
class SuiteConfiguration {

    /** The event loops that Spring shares by default would end with the first service that ends. */
    @Bean
    static BeanPostProcessor ownEventLoops() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ReactorResourceFactory resources) {
                    resources.setUseGlobalResources(false);
                    // Requests have drained by then; waiting for another two seconds would help nobody.
                    resources.setShutdownQuietPeriod(Duration.ZERO);
                }
                return bean;
            }
        };
    }
}
