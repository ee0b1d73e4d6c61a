package io.flyball.governor.policyfiles;

import io.flyball.governor.config.CatalogueProperties;
import io.flyball.governor.config.PolicyProperties;
import io.flyball.platform.publish.Publisher;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policy in force, watched, with its changes on the audit topic. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    PolicyInForce policyInForce(CatalogueProperties catalogue, Publisher publisher, Clock clock) {
        return new PolicyInForce(catalogue.directory(), new PolicyChangeAudit(publisher, clock));
    }

    @Bean
    PolicyWatch policyWatch(PolicyInForce policy, PolicyProperties properties) {
        return new PolicyWatch(policy, properties.lookEvery());
    }
}
