package io.flyball.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("WEB-5 sessions of a browser")
class SessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final Instant END = NOW.plusSeconds(60);

    private final Sessions sessions = new Sessions("the token");

    @Test
    void itsOwnCookieIsKnownUntilItsEnd() {
        Session session = sessions.open(END, "salt");
        assertThat(sessions.find(session.cookie(), NOW)).contains(session);
        assertThat(sessions.find(session.cookie(), END)).isEmpty();
    }

    @Test
    void anyChangeToACookieMakesItNobodys() {
        String cookie = sessions.open(END, "salt").cookie();
        String later =
                cookie.replaceFirst("^[0-9]+", Long.toString(END.plusSeconds(1).toEpochMilli()));
        assertThat(sessions.find(later, NOW)).isEmpty();
        assertThat(sessions.find(cookie.replace("salt", "sald"), NOW)).isEmpty();
        assertThat(sessions.find(cookie.substring(0, cookie.length() - 1), NOW)).isEmpty();
    }

    @Test
    void nonsenseIsNobodys() {
        for (String nonsense : new String[] {"", ".", "..", "1.2", "a.b.c", "99999999999999999999.x.y"}) {
            assertThat(sessions.find(nonsense, NOW)).as(nonsense).isEmpty();
        }
    }

    @Test
    void anotherTokenKnowsNoneOfThem() {
        Session session = sessions.open(END, "salt");
        Sessions others = new Sessions("another token");
        assertThat(others.find(session.cookie(), NOW)).isEmpty();
        assertThat(others.cookieName()).isNotEqualTo(sessions.cookieName());
    }

    @Test
    void neitherCookieNorItsKeepsakeShowTheToken() {
        Session session = sessions.open(END, "salt");
        assertThat(session.cookie()).doesNotContain("token");
        assertThat(session.csrf())
                .isNotEqualTo(sessions.open(END, "pepper").csrf())
                .doesNotContain(session.cookie());
    }
}
