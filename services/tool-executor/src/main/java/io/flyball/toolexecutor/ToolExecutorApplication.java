package io.flyball.toolexecutor;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the tool executor. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ToolExecutorApplication {

    public static void main(String... args) {
        start(args);
    }

    /** Starts it; its configuration file is named after it, because several services may share one class path. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(ToolExecutorApplication.class)
                .properties("spring.config.name=tool-executor")
                .run(args);
    }
}
