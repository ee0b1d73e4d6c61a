package io.flyball.notifier.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to the receiver who sent a body and when: HMAC-SHA256 over the seconds since the epoch, a dot and the raw body.
 * The receiver computes the same, compares in constant time and refuses what is older than five minutes.
 */
final class Signature {
    static final String TIMESTAMP = "X-Flyball-Timestamp";
    static final String SIGNATURE = "X-Flyball-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    Signature(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    Map<String, String> headers(String body, Instant now) {
        String seconds = Long.toString(now.getEpochSecond());
        return Map.of(TIMESTAMP, seconds, SIGNATURE, "sha256=" + hmac(seconds + "." + body));
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
