package io.flyball.notifier;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Starts the notifier. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(NotifierConfiguration.class)
public class NotifierApplication {

    public static void main(String[] args) {
        start(args);
    }

    /** Starts it; its configuration file is named after it, because several services may share one class path. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(NotifierApplication.class)
                .properties("spring.config.name=notifier")
                .run(args);
    }
}
