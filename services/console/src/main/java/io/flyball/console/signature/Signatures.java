package io.flyball.console.signature;

import io.flyball.catalogue.sources.Credential;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Signatures in headers. Pure. */
public final class Signatures {
    static final String PAGERDUTY = "x-pagerduty-signature";
    static final String SENTRY = "sentry-hook-signature";
    static final String GRAFANA = "x-grafana-alerting-signature";
    static final String GRAFANA_TIME = "x-grafana-alerting-timestamp";
    private static final int MOST = 10;

    private final Duration tolerance;

    /** @param tolerance how old a signed time may be, and how far ahead */
    public Signatures(Duration tolerance) {
        this.tolerance = tolerance;
    }

    /** What the signature in the header of that sender shows. */
    public Signature check(Credential credential, Signed signed, List<String> keys) {
        return switch (credential) {
            case PAGERDUTY -> pagerDuty(signed, keys);
            case SENTRY -> plain(SENTRY, signed, keys);
            case GRAFANA -> grafana(signed, keys);
            case SECRET, SNS -> new Signature.Missing("Authorization");
        };
    }

    /** As {@code v1=DIGITS,v1=DIGITS}, one for each key while keys change. */
    private static Signature pagerDuty(Signed signed, List<String> keys) {
        Optional<String> header = header(signed, PAGERDUTY);
        if (header.isEmpty()) {
            return new Signature.Missing("X-PagerDuty-Signature");
        }
        List<String> given = Arrays.stream(header.get().split(",", MOST))
                .map(String::strip)
                .filter(text -> text.startsWith("v1="))
                .map(text -> text.substring(3))
                .toList();
        return right(Hmac.isOneOf(given, keys, signed.body()), "X-PagerDuty-Signature");
    }

    private static Signature plain(String name, Signed signed, List<String> keys) {
        return header(signed, name)
                .map(given -> right(Hmac.isOneOf(List.of(given), keys, signed.body()), name))
                .orElseGet(() -> new Signature.Missing(name));
    }

    private Signature grafana(Signed signed, List<String> keys) {
        Optional<String> time = header(signed, GRAFANA_TIME);
        if (header(signed, GRAFANA).isEmpty() || time.isEmpty()) {
            return plain(GRAFANA, signed, keys);
        }
        if (time.filter(text -> isNow(text, signed.at())).isEmpty()) {
            return new Signature.Wrong(GRAFANA_TIME + " is more than " + tolerance.toSeconds() + " s from our time");
        }
        byte[] before = (time.get() + ":").getBytes(StandardCharsets.UTF_8);
        List<String> given = header(signed, GRAFANA).stream().toList();
        return right(Hmac.isOneOf(given, keys, before, signed.body()), GRAFANA);
    }

    private boolean isNow(String seconds, Instant now) {
        return seconds.matches("[0-9]{9,11}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now)
                                .abs()
                                .compareTo(tolerance)
                        <= 0;
    }

    private static Signature right(boolean isRight, String header) {
        return isRight
                ? new Signature.Right()
                : new Signature.Wrong(header + " was made with another key, or of another body");
    }

    private static Optional<String> header(Signed signed, String name) {
        return Optional.ofNullable(signed.headers().get(name));
    }
}
