package io.flyball.console.door;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Exchanges a session's cookie for the token that the next filter asks for. What changes something must also show that it
 * comes from the page itself, because a browser sends a cookie whoever asks it to.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
final class SessionFilter implements WebFilter {
    static final String CSRF_HEADER = "X-Flyball-CSRF";
    static final String SESSION = "session";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Sessions sessions;
    private final String token;
    private final String principal;
    private final Clock clock;

    SessionFilter(Sessions sessions, String token, String principal, Clock clock) {
        this.sessions = sessions;
        this.token = token;
        this.principal = principal;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Optional<Session> session = session(exchange);
        exchange.getAttributes().put(Caller.ATTRIBUTE, new Caller(principal, session.isPresent() ? "console" : "api"));
        if (session.isEmpty()) {
            return isPageOfARun(exchange) ? toLogin(exchange) : chain.filter(exchange);
        }
        if (!SAFE.contains(exchange.getRequest().getMethod()) && !fromThePage(exchange, session.get())) {
            return Refusals.write(
                    exchange.getResponse(),
                    HttpStatus.FORBIDDEN,
                    "Send the header " + CSRF_HEADER + " with the value that GET /api/session gives.");
        }
        exchange.getAttributes().put(SESSION, session.get());
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(token)))
                .build());
    }

    /** A request that brings its own credentials stands or falls with them. */
    private Optional<Session> session(ServerWebExchange exchange) {
        if (exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
            return Optional.empty();
        }
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(sessions.cookieName()))
                .map(HttpCookie::getValue)
                .flatMap(cookie -> sessions.find(cookie, clock.instant()));
    }

    /** A link from a chat or a mail brings no cookie; the page at the root logs in and goes on from there. */
    private static boolean isPageOfARun(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return request.getPath().value().startsWith("/runs/")
                && SAFE.contains(request.getMethod())
                && !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                && request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private static Mono<Void> toLogin(ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse()
                .getHeaders()
                .setLocation(
                        URI.create("/#next=" + exchange.getRequest().getURI().getRawPath()));
        return exchange.getResponse().setComplete();
    }

    private static boolean fromThePage(ServerWebExchange exchange, Session session) {
        String given = exchange.getRequest().getHeaders().getFirst(CSRF_HEADER);
        return given != null && Sessions.same(session.csrf(), given);
    }
}
