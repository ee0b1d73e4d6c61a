package io.flyball.console.feed;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Binds the function only where a topic is named, so that a console without one pays nothing for Spring Cloud Stream. */
public final class BoundWhereNamed implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String FUNCTION = "takeCloudEvents";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.containsProperty(FeedProperties.TOPIC)) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            FUNCTION,
                            Map.of(
                                    "spring.cloud.function.definition",
                                    FUNCTION,
                                    // A topic of somebody else's that is away must not take the one door away;
                                    // /actuator/health tells it.
                                    "management.endpoint.health.group.readiness.exclude",
                                    "binders")));
        }
    }
}
