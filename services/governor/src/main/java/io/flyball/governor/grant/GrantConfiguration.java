package io.flyball.governor.grant;

import io.flyball.governor.config.GrantProperties;
import io.flyball.schemas.grant.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key is there before the first proposal is read, or the governor does not start. */
@Configuration(proxyBeanMethods = false)
class GrantConfiguration {
    private static final Logger log = LoggerFactory.getLogger(GrantConfiguration.class);

    @Bean
    SigningKey signingKey(GrantProperties properties) {
        SigningKey key = KeyFile.readOrCreate(properties.keyFile());
        PublicKeys.tell(properties.publicKeysFile(), key.verifying());
        log.info("grants are signed with the key {}", key.verifying().id());
        return key;
    }
}
