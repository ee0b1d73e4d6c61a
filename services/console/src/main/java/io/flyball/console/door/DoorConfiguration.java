package io.flyball.console.door;

import io.flyball.catalogue.sources.AlertSource;
import io.flyball.catalogue.sources.AlertSources;
import io.flyball.platform.http.BearerTokenFilter;
import io.flyball.platform.http.LocalToken;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Who comes in and how much they may bring. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration implements WebFluxConfigurer {
    /** 1 MiB. */
    static final int LARGEST_BODY = 1024 * 1024;

    private static final Set<String> OPEN = Set.of("/", "/login", "/favicon.ico");

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
        configurer.defaultCodecs().maxInMemorySize(LARGEST_BODY);
    }

    @Bean
    TimeOrderedIds ids(Clock clock) {
        return new TimeOrderedIds(clock, new SecureRandom());
    }

    @Bean
    Sessions sessions(LocalToken token) {
        return new Sessions(token.value());
    }

    @Bean
    People people(DoorProperties properties) {
        return new People(properties.peopleFile());
    }

    @Bean
    Callers callers(Sessions sessions, People people, LocalToken token, DoorProperties properties, Clock clock) {
        return new Callers(sessions, people, token, properties.principal(), clock);
    }

    @Bean
    SessionFilter sessionFilter(Callers callers, LocalToken token, LoginNews news) {
        return new SessionFilter(callers, token.value(), news);
    }

    @Bean
    RoleFilter roleFilter() {
        return new RoleFilter();
    }

    /** Nothing is open but the page, which holds no secret, whether the console lives, and what asks for a signature itself. */
    @Bean
    BearerTokenFilter bearerTokenFilter(LocalToken token, AlertSources sources) {
        Set<String> signed = signed(sources);
        return new BearerTokenFilter(
                token,
                path -> OPEN.contains(path)
                        || signed.contains(path)
                        || path.startsWith("/assets/")
                        || path.startsWith("/actuator/health"));
    }

    /** A signature can be checked only when the body is there, and so behind this door. */
    private static Set<String> signed(AlertSources sources) {
        return sources.all().stream()
                .filter(source -> source.shows().isInTheBody())
                .map(AlertSource::path)
                .collect(Collectors.toUnmodifiableSet());
    }
}
