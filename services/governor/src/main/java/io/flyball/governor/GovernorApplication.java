package io.flyball.governor;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Answers every proposed action; has no way to execute one. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GovernorApplication {

    /** Starts the governor and leaves it running. */
    public static void main(String... args) {
        start(args);
    }

    /** Starts the governor; closing the context ends it. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(GovernorApplication.class)
                .properties("spring.config.name=governor")
                .run(args);
    }
}
