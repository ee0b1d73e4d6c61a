package io.flyball.console.door;

import io.flyball.platform.http.LocalToken;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Who makes a request, by its cookie or its token. A request that brings its own credentials stands or falls with them. */
final class Callers {
    private static final String BEARER = "Bearer ";
    private static final String CONSOLE = "console";

    /** A session and whoever opened it. */
    record SignedIn(Session session, Caller caller) {}

    private final Sessions sessions;
    private final People people;
    private final LocalToken token;
    private final String principal;
    private final Clock clock;

    Callers(Sessions sessions, People people, LocalToken token, String principal, Clock clock) {
        this.sessions = sessions;
        this.people = people;
        this.token = token;
        this.principal = principal;
        this.clock = clock;
    }

    /** The session of its cookie and whose it is, unless the token that opened it is nobody's any more. The file is read once. */
    Optional<SignedIn> signedIn(ServerHttpRequest request) {
        if (request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getCookies().getFirst(sessions.cookieName()))
                .map(HttpCookie::getValue)
                .flatMap(cookie -> sessions.find(cookie, clock.instant()))
                .flatMap(session -> owner(session).map(caller -> new SignedIn(session, caller)));
    }

    private Optional<Caller> owner(Session session) {
        return session.tokenHash().isEmpty()
                ? Optional.of(Caller.local(principal, CONSOLE))
                : people.byHash(session.tokenHash()).map(person -> Caller.of(person, CONSOLE));
    }

    /** The person of its token; empty for the local one, too. */
    Optional<Person> person(ServerHttpRequest request) {
        return bearer(request).filter(shown -> !token.matches(shown)).flatMap(people::byToken);
    }

    /** Whether it brings a token that is nobody's. */
    boolean isStranger(ServerHttpRequest request) {
        return bearer(request)
                .filter(shown -> !token.matches(shown) && people.byToken(shown).isEmpty())
                .isPresent();
    }

    /** Whoever it is, if the next filter lets them in. */
    Caller local() {
        return Caller.local(principal, "api");
    }

    private static Optional<String> bearer(ServerHttpRequest request) {
        return Optional.ofNullable(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }
}
