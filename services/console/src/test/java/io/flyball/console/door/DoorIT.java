package io.flyball.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.localstack.NeighbourKind;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("WEB-5 who comes in")
class DoorIT {
    private static RunningConsole console;
    private static Http stranger;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        console = RunningConsole.start(neighbours);
        stranger = console.http().anonymous();
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    private static Http.Answer login() {
        return stranger.post("/login", Map.of("token", console.token()));
    }

    private static String cookie(Http.Answer login) {
        return login.header("Set-Cookie").split(";", 2)[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/runs", "/api/runs/x/events", "/api/events", "/api/approvals", "/api/stop", "/api/dead-letters",
                "/api/overview", "/api/session", "/runs/x/transcript", "/actuator/metrics", "/actuator/info",
                        "/nowhere",
                "//api/stop", "/Assets/console.js", "/api/stop;/assets/"
            })
    void nothingWithoutCredentials(String path) {
        assertThat(stranger.get(path).status()).isIn(401, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../api/stop",
                "/assets/%2e%2e/api/stop",
                "/assets/..%2f..%2fconsole.yml",
                "/assets/../index.html"
            })
    void whatIsOpenLeadsNowhereElse(String path) {
        Http.Answer answer = stranger.get(path);
        assertThat(answer.status()).isIn(400, 401, 404);
        assertThat(answer.text()).doesNotContain("active", "spring");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/assets/console.js", "/assets/console.css", "/assets/icon.svg", "/actuator/health/liveness"
            })
    void thePageAndLivenessAreOpen(String path) {
        assertThat(stranger.get(path).status()).isEqualTo(200);
    }

    @Test
    void theTokenIsExchangedForACookieThatNoScriptCanRead() {
        Http.Answer login = login();
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.header("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain(console.token());
        assertThat(stranger.get("/api/runs", "Cookie", cookie(login)).status()).isEqualTo(200);
        Http.Answer session = stranger.get("/api/session", "Cookie", cookie(login));
        assertThat(session.json().path("csrf").asString())
                .isEqualTo(login.json().path("csrf").asString());
    }

    @Test
    void aWrongTokenOrAForgedCookieOpensNothing() {
        assertThat(stranger.post("/login", Map.of("token", "guess")).status()).isEqualTo(401);
        assertThat(stranger.post("/login", "{}").status()).isEqualTo(400);
        String forged = cookie(login()).replaceAll(".$", "!");
        assertThat(stranger.get("/api/runs", "Cookie", forged).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("WEB-5 a foreign page cannot make a browser change anything")
    void csrf() {
        Http.Answer login = login();
        String csrf = login.json().path("csrf").asString();
        for (String[] headers : new String[][] {
            {"Cookie", cookie(login)},
            {"Cookie", cookie(login), "X-Flyball-CSRF", "guess"},
            {"Cookie", cookie(login), "X-Flyball-CSRF", ""}
        }) {
            Http.Answer refused = stranger.post("/api/resume", "{\"reason\":\"r\"}", headers);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        }
        Http.Answer own =
                stranger.post("/api/resume", "{\"reason\":\"r\"}", "Cookie", cookie(login), "X-Flyball-CSRF", csrf);
        assertThat(own.status()).isEqualTo(200);
    }

    @Test
    void signingOutForgetsTheCookie() {
        Http.Answer login = login();
        Http.Answer out = stranger.post(
                "/logout",
                "",
                "Cookie",
                cookie(login),
                "X-Flyball-CSRF",
                login.json().path("csrf").asString());
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
    }

    @Test
    void aLinkToATranscriptLeadsToTheLogin() {
        Http.Answer answer = stranger.get("/runs/0199/transcript", "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/#next=/runs/0199/transcript");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/console.js", "/api/runs", "/nowhere"})
    @DisplayName("WEB-5 every answer tells the browser to trust nothing but this page's own scripts")
    void headers(String path) {
        Http.Answer answer = console.http().get(path);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).isIn("no-store", "no-cache");
    }

    @Test
    void assetsAreAskedAgainButNotSentAgain() {
        String etag = stranger.get("/assets/console.js").header("ETag");
        assertThat(etag).isNotEmpty();
        assertThat(stranger.get("/assets/console.js", "If-None-Match", etag).status())
                .isEqualTo(304);
    }
}
