package io.flyball.console.door;

import io.flyball.platform.http.LocalToken;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A browser shows the token once and keeps a cookie that no script can read. */
@RestController
final class LoginController {
    private static final int SALT_BYTES = 12;
    private static final int LONGEST_TOKEN = 1_000;

    private final Sessions sessions;
    private final LocalToken token;
    private final People people;
    private final LoginNews news;
    private final DoorProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LoginController(
            Sessions sessions,
            LocalToken token,
            People people,
            LoginNews news,
            DoorProperties properties,
            Clock clock) {
        this.sessions = sessions;
        this.token = token;
        this.people = people;
        this.news = news;
        this.properties = properties;
        this.clock = clock;
    }

    @PostMapping("/login")
    ResponseEntity<?> login(@RequestBody(required = false) byte @Nullable [] body, ServerHttpRequest request) {
        Fields fields = Json.object(body);
        String given = fields.required("token", LONGEST_TOKEN);
        fields.done();
        boolean local = token.matches(given);
        Optional<Person> person = local ? Optional.empty() : people.byToken(given);
        if (!local && person.isEmpty()) {
            news.refused("/login");
            return ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                            HttpStatus.UNAUTHORIZED, "That is nobody's token; the local one is in .flyball/token."))
                    .build();
        }
        Session session = open(person);
        news.cameIn(person.map(Person::name).orElse(properties.principal()));
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie(request, session.cookie(), properties.session()))
                .body(shown(session));
    }

    private Session open(Optional<Person> person) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Instant end = clock.instant().plus(properties.session());
        String digits = HexFormat.of().formatHex(salt);
        return person.map(it -> sessions.open(end, digits, it.tokenHash())).orElseGet(() -> sessions.open(end, digits));
    }

    /** What the page's scripts need to know of their session; only the page's own origin can read it. */
    @GetMapping("/api/session")
    ResponseEntity<?> session(
            @RequestAttribute(name = SessionFilter.SESSION, required = false) @Nullable Session session) {
        return session == null
                ? ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                                HttpStatus.NOT_FOUND, "This request came with a token, not with a session."))
                        .build()
                : ResponseEntity.ok(shown(session));
    }

    @PostMapping("/logout")
    ResponseEntity<Void> logout(ServerHttpRequest request) {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO))
                .build();
    }

    private String cookie(ServerHttpRequest request, String value, Duration age) {
        return ResponseCookie.from(sessions.cookieName(), value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure("https".equals(request.getURI().getScheme()))
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }

    private static Map<String, Object> shown(Session session) {
        return Map.of("csrf", session.csrf(), "expiresAt", session.expiresAt());
    }
}
