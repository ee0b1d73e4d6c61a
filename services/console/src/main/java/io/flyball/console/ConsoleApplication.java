package io.flyball.console;

import io.flyball.console.feed.BoundWhereNamed;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** The suite's one HTTP door, for people and for outside systems. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ConsoleApplication {

    /** Starts the console and leaves it running. */
    public static void main(String... args) {
        start(args);
    }

    /** Starts the console; closing the context ends it. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(ConsoleApplication.class)
                .properties("spring.config.name=console")
                .initializers(new BoundWhereNamed())
                .run(args);
    }
}
