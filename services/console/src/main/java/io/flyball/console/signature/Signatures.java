package io.flyball.console.signature;

import io.flyball.catalogue.sources.AlertSource;
import io.flyball.catalogue.sources.SignatureFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Signatures in headers. Pure. */
public final class Signatures {
    private static final SignatureFormat PAGERDUTY = SignatureFormat.ofBody("X-PagerDuty-Signature", "v1=");
    private static final SignatureFormat SENTRY = SignatureFormat.ofBody("Sentry-Hook-Signature", "");
    private static final SignatureFormat GRAFANA = SignatureFormat.ofBody("X-Grafana-Alerting-Signature", "");
    private static final String GRAFANA_TIME = "X-Grafana-Alerting-Timestamp";
    private static final SignatureFormat GRAFANA_WITH_TIME =
            new SignatureFormat(GRAFANA.header(), null, null, null, GRAFANA_TIME, ":");
    private static final int MOST = 10;

    private final Duration tolerance;

    /** @param tolerance how old a signed time may be, and how far ahead */
    public Signatures(Duration tolerance) {
        this.tolerance = tolerance;
    }

    /** What the signature in the header of that sender shows; of one that is not known, or does not sign, nothing. */
    public Signature check(Optional<AlertSource> source, Signed signed, List<String> keys) {
        return source.flatMap(known -> format(known, signed))
                .map(format -> check(format, signed, keys))
                .orElseGet(() -> new Signature.Missing("Authorization"));
    }

    private static Optional<SignatureFormat> format(AlertSource source, Signed signed) {
        return switch (source.shows()) {
            case PAGERDUTY -> Optional.of(PAGERDUTY);
            case SENTRY -> Optional.of(SENTRY);
            // People choose whether Grafana signs the time, too.
            case GRAFANA -> Optional.of(header(signed, GRAFANA_TIME).isPresent() ? GRAFANA_WITH_TIME : GRAFANA);
            case HMAC -> Optional.ofNullable(source.signature());
            case SECRET, SNS -> Optional.empty();
        };
    }

    private Signature check(SignatureFormat format, Signed signed, List<String> keys) {
        Optional<String> shown = header(signed, format.header());
        if (shown.isEmpty()) {
            return new Signature.Missing(format.header());
        }
        List<String> given = given(format, shown.get());
        String timeHeader = format.timeHeader();
        return timeHeader == null
                ? right(format, Hmac.isOneOf(format, given, keys, signed.body()))
                : withTime(format, timeHeader, signed, given, keys);
    }

    private Signature withTime(
            SignatureFormat format, String timeHeader, Signed signed, List<String> given, List<String> keys) {
        String time = header(signed, timeHeader).orElse("");
        if (!isNow(time, signed.at())) {
            return new Signature.Wrong(
                    timeHeader + " is missing, or more than " + tolerance.toSeconds() + " s from our time");
        }
        byte[] before = (time + format.between()).getBytes(StandardCharsets.UTF_8);
        return right(format, Hmac.isOneOf(format, given, keys, before, signed.body()));
    }

    /** As {@code v1=DIGITS,v1=DIGITS}, one for each key while keys change; another prefix is another scheme. */
    private static List<String> given(SignatureFormat format, String header) {
        String prefix = Objects.requireNonNullElse(format.prefix(), "");
        return Arrays.stream(header.split(",", MOST))
                .map(String::strip)
                .filter(text -> text.startsWith(prefix))
                .map(text -> text.substring(prefix.length()))
                .toList();
    }

    private boolean isNow(String seconds, Instant now) {
        return seconds.matches("[0-9]{9,11}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now)
                                .abs()
                                .compareTo(tolerance)
                        <= 0;
    }

    private static Signature right(SignatureFormat format, boolean isRight) {
        return isRight
                ? new Signature.Right()
                : new Signature.Wrong(format.header() + " was made with another key, or of another body");
    }

    private static Optional<String> header(Signed signed, String name) {
        return Optional.ofNullable(signed.headers().get(name.toLowerCase(Locale.ROOT)));
    }
}
