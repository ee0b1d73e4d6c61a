package io.flyball.notifier;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Tells people, and goes on trying until they are told. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NotifierApplication {

    /** Starts the notifier and leaves it running. */
    public static void main(String... args) {
        start(args);
    }

    /** Starts the notifier; closing the context ends it. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(NotifierApplication.class)
                .properties("spring.config.name=notifier")
                .run(args);
    }
}
