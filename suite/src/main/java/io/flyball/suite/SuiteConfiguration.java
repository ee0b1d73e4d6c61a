package io.flyball.suite;

import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/** What is different for a service that shares the JVM with others. */
@AutoConfiguration
class SuiteConfiguration {

    /** Event loops wait two seconds for work before they end; requests have drained by then. */
    @Bean
    static BeanPostProcessor endAtOnce() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ReactorResourceFactory resources) {
                    resources.setShutdownQuietPeriod(Duration.ZERO);
                }
                return bean;
            }
        };
    }
}
