package io.flyball.planner;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Starts the planner. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(PlannerConfiguration.class)
public class PlannerApplication {

    /** Starts the planner and leaves it running. */
    public static void main(String... args) {
        start(args);
    }

    /** Starts it; its configuration file is named after it, because several services may share one class path. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(PlannerApplication.class)
                .properties("spring.config.name=planner")
                .run(args);
    }
}
