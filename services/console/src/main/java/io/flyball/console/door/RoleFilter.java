package io.flyball.console.door;

import java.util.List;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets people do only what one of their roles covers somewhere; whether it covers the environment is asked where that is
 * known. What no rule names needs an admin, so that a new address is closed until somebody thinks of it.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 35)
final class RoleFilter implements WebFilter {
    private static final Set<HttpMethod> LOOKS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Caller caller = exchange.getAttribute(Caller.ATTRIBUTE);
        List<Role> wanted = wanted(
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath().value());
        if (caller == null || !caller.named() || caller.isAny(wanted)) {
            return chain.filter(exchange);
        }
        return Refusals.write(
                exchange.getResponse(),
                HttpStatus.FORBIDDEN,
                caller.principal() + " may not do that; it needs the role "
                        + String.join(" or ", wanted.stream().map(Role::word).toList()) + ".");
    }

    /** One of these is enough. */
    static List<Role> wanted(HttpMethod method, String path) {
        if (LOOKS.contains(method) || path.equals("/login") || path.equals("/logout")) {
            return List.of(Role.VIEWER);
        }
        if (path.equals("/api/stop/drill")) {
            return List.of(Role.OPERATOR);
        }
        if (path.equals("/api/stop") || path.startsWith("/api/kill/")) {
            return List.of(Role.OPERATOR, Role.APPROVER);
        }
        if (path.startsWith("/api/approvals/") || path.startsWith("/api/budgets/")) {
            return List.of(Role.APPROVER);
        }
        return path.equals("/runs") || path.startsWith("/api/runs/") ? List.of(Role.OPERATOR) : List.of(Role.ADMIN);
    }
}
