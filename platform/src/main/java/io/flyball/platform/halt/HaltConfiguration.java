package io.flyball.platform.halt;

import io.flyball.platform.publish.Publisher;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopWatch;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Signs and receipts for a service that has something which a stop ends. */
@AutoConfiguration
@ConditionalOnBean(Halting.class)
@EnableConfigurationProperties(HaltProperties.class)
class HaltConfiguration {

    @Bean
    HaltDesk haltDesk(
            @Value("${spring.application.name}") String service,
            Environment environment,
            Halting halting,
            StopWatch watch,
            StopOrders orders,
            Publisher publisher,
            HaltProperties properties,
            Clock clock) {
        return new HaltDesk(
                worker(service, environment, clock),
                halting,
                watch,
                orders,
                new HaltPost(publisher),
                properties.signEvery(),
                clock);
    }

    private static Supplier<Worker> worker(String service, Environment environment, Clock clock) {
        return () -> new Worker(
                UUID.randomUUID().toString(),
                service + "@" + host() + ":" + port(environment),
                service,
                clock.instant());
    }

    /** Without a port the process is the place, so that nobody takes over from it. */
    private static String port(Environment environment) {
        return environment.getProperty(
                "local.server.port", "p" + ProcessHandle.current().pid());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
