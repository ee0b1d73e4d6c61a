package io.flyball.console.door;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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

    private final Callers callers;
    private final String token;
    private final LoginNews news;

    SessionFilter(Callers callers, String token, LoginNews news) {
        this.callers = callers;
        this.token = token;
        this.news = news;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return callers.signedIn(exchange.getRequest())
                .map(signedIn -> withSession(signedIn, exchange, chain))
                .orElseGet(() -> withoutSession(exchange, chain));
    }

    private Mono<Void> withSession(Callers.SignedIn signedIn, ServerWebExchange exchange, WebFilterChain chain) {
        Session session = signedIn.session();
        exchange.getAttributes().put(Caller.ATTRIBUTE, signedIn.caller());
        if (!SAFE.contains(exchange.getRequest().getMethod()) && !fromThePage(exchange, session)) {
            return Refusals.write(
                    exchange.getResponse(),
                    HttpStatus.FORBIDDEN,
                    "Send the header " + CSRF_HEADER + " with the value that GET /api/session gives.");
        }
        exchange.getAttributes().put(SESSION, session);
        return chain.filter(withToken(exchange));
    }

    /** A person's own token is exchanged, as a cookie is. */
    private Mono<Void> withoutSession(ServerWebExchange exchange, WebFilterChain chain) {
        Optional<Person> person = callers.person(exchange.getRequest());
        exchange.getAttributes()
                .put(Caller.ATTRIBUTE, person.map(it -> Caller.of(it, "api")).orElseGet(callers::local));
        if (person.isPresent()) {
            return chain.filter(withToken(exchange));
        }
        if (callers.isStranger(exchange.getRequest()) && !isWebhook(exchange)) {
            news.refused(exchange.getRequest().getPath().value());
        }
        return isPageOfARun(exchange) ? toLogin(exchange) : chain.filter(exchange);
    }

    /** Sources show secrets of their own, which the next filter knows. */
    private static boolean isWebhook(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/webhooks/");
    }

    private ServerWebExchange withToken(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(token)))
                .build();
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
