package io.flyball.console.ingress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the ingress needs beside its controllers. */
@Configuration(proxyBeanMethods = false)
class IngressConfiguration {

    @Bean
    Agents agents(CatalogueProperties properties) {
        return Agents.in(properties.directory());
    }
}
