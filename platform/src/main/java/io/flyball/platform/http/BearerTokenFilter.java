package io.flyball.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets nobody in without the token, but for the paths that are open to all, such as health. */
public final class BearerTokenFilter implements WebFilter {
    private static final String PREFIX = "Bearer ";

    private final LocalToken token;
    private final Predicate<String> open;

    /**
     * A filter with that token.
     *
     * @param open paths that need no token
     */
    public BearerTokenFilter(LocalToken token, Predicate<String> open) {
        this.token = token;
        this.open = open;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        if (open.test(path) || credentials(exchange).filter(token::matches).isPresent()) {
            return chain.filter(exchange);
        }
        return refuse(exchange.getResponse());
    }

    private static Optional<String> credentials(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, PREFIX, 0, PREFIX.length()))
                .map(value -> value.substring(PREFIX.length()).strip());
    }

    private static Mono<Void> refuse(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.UNAUTHORIZED);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        String body = """
                {"type":"about:blank","title":"Unauthorized","status":401,\
                "detail":"Send the header 'Authorization: Bearer TOKEN'; the local token is in .flyball/token."}""";
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
    }
}
