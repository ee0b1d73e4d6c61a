package io.flyball.orchestrator.config;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs are opened and what they may use.
 *
 * @param defaultAgent the agent for alerts that no agent's matchers take
 * @param coolDown how long after its run closed a repeat of an alert joins that run's record
 * @param limits limits for agents that do not set their own
 * @param bounds how much of what comes in goes on into runs
 * @param consoleUrl where people look at runs; absent means that messages carry no links to it
 * @param tracingUrl where people look at traces; absent likewise
 */
@ConfigurationProperties("flyball.orchestrator")
public record RunProperties(
        @DefaultValue("first-responder") String defaultAgent,
        @DefaultValue("5m") Duration coolDown,
        @NestedConfigurationProperty @DefaultValue LimitProperties limits,
        @NestedConfigurationProperty @DefaultValue BoundProperties bounds,
        @Nullable URI consoleUrl,
        @Nullable URI tracingUrl) {

    public RunProperties {
        if (defaultAgent.isBlank()) {
            throw new IllegalArgumentException("flyball.orchestrator.default-agent must name an agent");
        }
        if (coolDown.isNegative()) {
            throw new IllegalArgumentException("flyball.orchestrator.cool-down must not be negative");
        }
    }
}
