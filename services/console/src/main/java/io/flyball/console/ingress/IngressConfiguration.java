package io.flyball.console.ingress;

import io.flyball.catalogue.sources.AlertSources;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.console.feed.Incoming;
import io.flyball.console.signature.AmazonHttp;
import io.flyball.console.signature.SigningCertificates;
import io.flyball.console.sources.Sources;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the ingress needs beside its controllers. */
@Configuration(proxyBeanMethods = false)
class IngressConfiguration {

    @Bean
    Agents agents(CatalogueProperties properties) {
        return Agents.in(properties.directory());
    }

    @Bean
    AlertSources alertSources(CatalogueProperties properties) {
        return AlertSources.with(properties.directory());
    }

    @Bean
    Sources sources(AlertSources catalogue) {
        return new Sources(catalogue);
    }

    /** A function that console.yml binds to the topic, if one is named. */
    @Bean
    Consumer<Incoming> takeCloudEvents(
            Sources sources, IngressProperties properties, AlertsOut out, TimeOrderedIds ids, Clock clock) {
        return new EventTaker(sources, properties, out, ids, clock);
    }

    @Bean
    SigningCertificates.Download amazon() {
        return new AmazonHttp();
    }

    @Bean
    SnsGuard snsGuard(SourcesProperties properties, SigningCertificates.Download amazon) {
        return new SnsGuard(properties, amazon);
    }

    @Bean
    SourceGuard sourceGuard(SourcesProperties properties, AlertSources catalogue, SnsGuard sns) {
        return new SourceGuard(properties, catalogue, sns);
    }
}
