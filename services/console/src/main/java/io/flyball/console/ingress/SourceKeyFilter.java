package io.flyball.console.ingress;

import io.flyball.platform.http.LocalToken;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Exchanges a source's own secret, as bearer token or basic password, for the token that the next filter asks for. It opens the address of that
 * source and no other.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
final class SourceKeyFilter implements WebFilter {
    private static final Logger log = LoggerFactory.getLogger(SourceKeyFilter.class);
    private static final Pattern WEBHOOK = Pattern.compile("/webhooks/([a-z0-9-]{1,100})");

    private final SourcesProperties properties;
    private final LocalToken token;

    SourceKeyFilter(SourcesProperties properties, LocalToken token) {
        this.properties = properties;
        this.token = token;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Matcher webhook = WEBHOOK.matcher(exchange.getRequest().getPath().value());
        Optional<String> shown = shown(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
        if (!webhook.matches() || shown.isEmpty() || !isKey(webhook.group(1), shown.get())) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(token.value())))
                .build());
    }

    private boolean isKey(String source, String shown) {
        try {
            List<String> keys = properties.keysOf(source);
            return keys.stream().map(key -> same(key, shown)).reduce(false, Boolean::logicalOr);
        } catch (UncheckedIOException e) {
            log.warn("the secrets of source {} cannot be read: {}", source, e.getMessage());
            return false;
        }
    }

    private static boolean same(String key, String shown) {
        return MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    /** The token, or the password whoever the user is. */
    private static Optional<String> shown(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        String[] parts = authorization.strip().split("\\s+", 2);
        if (parts.length == 2 && parts[0].equalsIgnoreCase("Bearer")) {
            return Optional.of(parts[1]);
        }
        return parts.length == 2 && parts[0].equalsIgnoreCase("Basic") ? password(parts[1]) : Optional.empty();
    }

    private static Optional<String> password(String encoded) {
        try {
            String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return both.contains(":") ? Optional.of(both.substring(both.indexOf(':') + 1)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
