package io.flyball.governor.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How policy files are followed.
 *
 * @param lookEvery how often they are looked at for changes
 */
@ConfigurationProperties("flyball.governor.policy")
public record PolicyProperties(@DefaultValue("1s") Duration lookEvery) {

    public PolicyProperties {
        Positive.require(lookEvery, "flyball.governor.policy.look-every");
    }
}
