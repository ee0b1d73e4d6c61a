package io.flyball.platform;

import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.http.BearerTokenFilter;
import io.flyball.platform.http.LocalToken;
import io.flyball.platform.http.OneRequestPerConnection;
import io.flyball.platform.http.SecurityProperties;
import io.flyball.platform.lock.Locks;
import io.flyball.platform.lock.RedisLocks;
import io.flyball.platform.publish.DeadLetterOffice;
import io.flyball.platform.publish.DeathNotice;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.secrets.SecretProperties;
import io.flyball.platform.settings.KnownSettings;
import io.flyball.platform.settings.SettingsCheck;
import io.flyball.platform.stop.RedisStopGuard;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopOrderReader;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopWatch;
import io.flyball.platform.streams.StreamsEngine;
import io.flyball.platform.telemetry.OpenTelemetrySource;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.platform.wire.Wire;
import io.flyball.secrets.SecretFilter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.http.client.ReactorResourceFactory;

/** What every service gets by having the platform on its class path; a service may bring its own of anything. */
@AutoConfiguration(before = NettyReactiveWebServerAutoConfiguration.class)
@EnableConfigurationProperties({ConnectionProperties.class, SecurityProperties.class, SecretProperties.class})
class PlatformConfiguration {

    /** Before anything starts: what was set would have no effect. */
    @Bean
    static SettingsCheck settingsCheck(ConfigurableEnvironment environment) {
        return new SettingsCheck(environment, KnownSettings.onClassPath());
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean(Wire.class)
    RegistryWire wire(ConnectionProperties connection) {
        return new RegistryWire(connection.registry());
    }

    @Bean
    SecretFilter secretFilter(SecretProperties secrets) {
        return secrets.filter();
    }

    @Bean
    @ConditionalOnMissingBean
    OpenTelemetry openTelemetry(@Value("${spring.application.name}") String service, ConnectionProperties connection) {
        return OpenTelemetrySource.of(service, connection.zipkin());
    }

    @Bean
    Telemetry telemetry(OpenTelemetry openTelemetry) {
        return new Telemetry(openTelemetry);
    }

    @Bean
    EventHeaders eventHeaders(@Value("${spring.application.name}") String service, Telemetry telemetry) {
        return new EventHeaders(service, telemetry);
    }

    @Bean
    DeadLetters deadLetters(
            @Value("${spring.application.name}") String service, Clock clock, ObjectProvider<MeterRegistry> meters) {
        return new DeadLetters(service, clock, meters(meters));
    }

    @Bean
    StreamsEngine.Safety streamSafety(
            Wire wire, DeadLetters letters, Clock clock, ObjectProvider<MeterRegistry> meters, Publisher publisher) {
        return new StreamsEngine.Safety(wire, letters, meters(meters), clock, new DeathNotice(publisher, clock));
    }

    /** Counting must not be what keeps a service from starting. */
    private static MeterRegistry meters(ObjectProvider<MeterRegistry> meters) {
        return meters.getIfAvailable(SimpleMeterRegistry::new);
    }

    @Bean
    Publisher publisher(
            @Value("${spring.application.name}") String service,
            ConnectionProperties connection,
            Wire wire,
            EventHeaders headers,
            Clock clock) {
        return new Publisher(Publisher.producer(connection.kafka(), service), wire, headers, clock);
    }

    @Bean
    DeadLetterOffice deadLetterOffice(DeadLetters letters, Publisher publisher) {
        return new DeadLetterOffice(letters, publisher);
    }

    @Bean
    Redis redis(ConnectionProperties connection) {
        return new Redis(connection);
    }

    @Bean
    @ConditionalOnMissingBean
    Locks locks(Redis redis) {
        return new RedisLocks(redis);
    }

    @Bean
    @ConditionalOnMissingBean
    StopGuard stopGuard(Redis redis, StopOrders orders) {
        return new RedisStopGuard(redis, orders);
    }

    @Bean
    StopOrders stopOrders() {
        return new StopOrders(() -> false);
    }

    @Bean
    StopOrderReader stopOrderReader(
            @Value("${spring.application.name}") String service,
            ConnectionProperties connection,
            Wire wire,
            StopOrders orders) {
        return new StopOrderReader(connection.kafka(), service, wire, orders);
    }

    @Bean
    StopWatch stopWatch(Redis redis, StopGuard guard) {
        return new StopWatch(redis, guard);
    }

    @Bean
    LocalToken localToken(SecurityProperties security) {
        return LocalToken.readOrCreate(security.tokenFile());
    }

    @Bean
    @ConditionalOnMissingBean
    BearerTokenFilter bearerTokenFilter(LocalToken token) {
        return new BearerTokenFilter(token, path -> path.startsWith("/actuator/health"));
    }

    /** Event loops of this service's own: those that a JVM shares end with the first of its services that ends. */
    @Bean
    @ConditionalOnMissingBean
    ReactorResourceFactory reactorResourceFactory() {
        ReactorResourceFactory own = new ReactorResourceFactory();
        own.setUseGlobalResources(false);
        return own;
    }

    @Bean
    OneRequestPerConnection oneRequestPerConnection() {
        return new OneRequestPerConnection();
    }
}
