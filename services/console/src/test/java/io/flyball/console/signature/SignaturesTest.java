package io.flyball.console.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.sources.AlertSource;
import io.flyball.catalogue.sources.Credential;
import io.flyball.catalogue.sources.SignatureFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ING-11 signatures of bodies")
class SignaturesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final byte[] BODY = "{\"event\": 1}".getBytes(StandardCharsets.UTF_8);

    private final Signatures signatures = new Signatures(Duration.ofMinutes(5));

    private Signature check(Credential credential, Map<String, String> headers, String... keys) {
        return check(new AlertSource("x", "X", credential, null, List.of(), null, null, null), headers, keys);
    }

    private Signature check(AlertSource source, Map<String, String> headers, String... keys) {
        return signatures.check(Optional.of(source), new Signed(headers, BODY, NOW), List.of(keys));
    }

    @Test
    @DisplayName("ING-11 HMAC-SHA256 as RFC 4231 has it")
    void knownVector() {
        assertThat(Hmac.of("Jefe", "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    @DisplayName("ING-11 PagerDuty signs with two keys while they change, and either side may know only one")
    void pagerDuty() {
        String both = "v1=" + Hmac.of("new", BODY) + ",v1=" + Hmac.of("old", BODY);
        Map<String, String> headers = Map.of("x-pagerduty-signature", both);
        assertThat(check(Credential.PAGERDUTY, headers, "old")).isInstanceOf(Signature.Right.class);
        assertThat(check(Credential.PAGERDUTY, headers, "new", "newer")).isInstanceOf(Signature.Right.class);
        assertThat(check(Credential.PAGERDUTY, headers, "other")).isInstanceOf(Signature.Wrong.class);
        assertThat(check(Credential.PAGERDUTY, headers)).isInstanceOf(Signature.Wrong.class);
        assertThat(check(Credential.PAGERDUTY, Map.of(), "old")).isInstanceOf(Signature.Missing.class);
        Map<String, String> otherScheme = Map.of("x-pagerduty-signature", "v2=" + Hmac.of("old", BODY));
        assertThat(check(Credential.PAGERDUTY, otherScheme, "old")).isInstanceOf(Signature.Wrong.class);
    }

    @Test
    void sentry() {
        Map<String, String> headers = Map.of("sentry-hook-signature", Hmac.of("key", BODY));
        assertThat(check(Credential.SENTRY, headers, "key")).isInstanceOf(Signature.Right.class);
        assertThat(check(Credential.SENTRY, headers, "kez")).isInstanceOf(Signature.Wrong.class);
    }

    @Test
    @DisplayName("ING-11 Grafana's signed time keeps an old body from being sent again")
    void grafana() {
        assertThat(check(Credential.GRAFANA, grafanaAt(NOW.minusSeconds(299)), "key"))
                .isInstanceOf(Signature.Right.class);
        assertThat(check(Credential.GRAFANA, grafanaAt(NOW.minusSeconds(301)), "key"))
                .isInstanceOf(Signature.Wrong.class);
        assertThat(check(Credential.GRAFANA, grafanaAt(NOW.plusSeconds(301)), "key"))
                .isInstanceOf(Signature.Wrong.class);
        Map<String, String> plain = Map.of("x-grafana-alerting-signature", Hmac.of("key", BODY));
        assertThat(check(Credential.GRAFANA, plain, "key")).isInstanceOf(Signature.Right.class);
        Map<String, String> otherTime = Map.of(
                "x-grafana-alerting-signature",
                grafanaAt(NOW.minusSeconds(900)).get("x-grafana-alerting-signature"),
                "x-grafana-alerting-timestamp",
                Long.toString(NOW.getEpochSecond()));
        assertThat(check(Credential.GRAFANA, otherTime, "key")).isInstanceOf(Signature.Wrong.class);
    }

    private static final SignatureFormat OWN = new SignatureFormat(
            "X-Own", "sha512=", SignatureFormat.Algorithm.SHA512, SignatureFormat.Encoding.BASE64, "X-Own-Time", "|");

    private Signature own(String key, Instant signed, String time, String... keys) {
        byte[] before = (signed.getEpochSecond() + "|").getBytes(StandardCharsets.UTF_8);
        String signature = "sha512=" + Hmac.of(OWN, key, before, BODY);
        AlertSource source = new AlertSource("x", "X", null, OWN, List.of(), null, null, null);
        Map<String, String> headers =
                time.isEmpty() ? Map.of("x-own", signature) : Map.of("x-own", signature, "x-own-time", time);
        return check(source, headers, keys);
    }

    @Test
    @DisplayName("ING-11 a sender of one's own signs as its file says, with a time that may not be left out")
    void own() {
        String now = Long.toString(NOW.getEpochSecond());
        assertThat(own("old", NOW, now, "new", "old")).isInstanceOf(Signature.Right.class);
        assertThat(own("new", NOW, now, "new", "old")).isInstanceOf(Signature.Right.class);
        assertThat(own("older", NOW, now, "new", "old")).isInstanceOf(Signature.Wrong.class);
        assertThat(own("old", NOW, "", "old")).isInstanceOf(Signature.Wrong.class);
        assertThat(own("old", NOW.minusSeconds(301), Long.toString(NOW.getEpochSecond() - 301), "old"))
                .isInstanceOf(Signature.Wrong.class);
        assertThat(own("old", NOW.minusSeconds(301), now, "old")).isInstanceOf(Signature.Wrong.class);
        assertThat(signatures.check(Optional.empty(), new Signed(Map.of("x-own", "a"), BODY, NOW), List.of("old")))
                .isInstanceOf(Signature.Missing.class);
    }

    private static Map<String, String> grafanaAt(Instant at) {
        String seconds = Long.toString(at.getEpochSecond());
        byte[] before = (seconds + ":").getBytes(StandardCharsets.UTF_8);
        return Map.of(
                "x-grafana-alerting-signature", Hmac.of("key", before, BODY), "x-grafana-alerting-timestamp", seconds);
    }
}
