package io.flyball.governor.config;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How grants are signed.
 *
 * @param keyFile holds the signing key, readable by its owner alone; made at the first start if it is not there; all governors
 *     share one
 * @param publicKeysFile the list of public keys that executors believe; the governor adds its own if it is missing
 * @param validFor how long after a verdict its action may begin
 */
@ConfigurationProperties("flyball.governor.grants")
public record GrantProperties(
        @DefaultValue(".flyball/grants/signing.key") Path keyFile,
        @DefaultValue(".flyball/grants/verifying.keys") Path publicKeysFile,
        @DefaultValue("60s") Duration validFor) {

    public GrantProperties {
        Positive.require(validFor, "flyball.governor.grants.valid-for");
    }
}
