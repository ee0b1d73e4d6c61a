package io.flyball.console.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sessions without a store: a cookie is its own end and a keyed hash of it, so every replica knows it and a restart ends
 * none. A new token ends all.
 */
final class Sessions {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int NAME_DIGITS = 8;

    private final SecretKeySpec key;

    /** Sessions of those who know that token. */
    Sessions(String token) {
        key = new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The cookie's name; browsers share cookies between ports, and two installations must not log each other out. */
    String cookieName() {
        return "flyball-" + HexFormat.of().formatHex(hash("name")).substring(0, NAME_DIGITS);
    }

    /** A new session of whoever holds the local token, that ends then. */
    Session open(Instant expiresAt, String salt) {
        return session(expiresAt.toEpochMilli() + "." + salt, expiresAt, "");
    }

    /** A new session of whoever has the token of that hash, 64 hex digits. */
    Session open(Instant expiresAt, String salt, String tokenHash) {
        return session(expiresAt.toEpochMilli() + "." + salt + "." + tokenHash, expiresAt, tokenHash);
    }

    /** The session of that cookie; empty if it is forged or its time is up. */
    Optional<Session> find(String cookie, Instant now) {
        int end = cookie.lastIndexOf('.');
        int salt = cookie.indexOf('.');
        if (salt < 1 || end <= salt || !cookie.substring(0, salt).matches("[0-9]{1,15}")) {
            return Optional.empty();
        }
        Instant expiresAt = Instant.ofEpochMilli(Long.parseLong(cookie.substring(0, salt)));
        String body = cookie.substring(0, end);
        Session session = session(body, expiresAt, tokenHash(body));
        return same(session.cookie(), cookie) && now.isBefore(expiresAt) ? Optional.of(session) : Optional.empty();
    }

    /** Whether the texts are the same, in a time that tells nothing about them. */
    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Whoever changes it changes what the hash is over. */
    private static String tokenHash(String body) {
        String[] parts = body.split("\\.", -1);
        return parts.length == 3 ? parts[2] : "";
    }

    private Session session(String body, Instant expiresAt, String tokenHash) {
        String cookie = body + "." + text(hash("session " + body));
        return new Session(cookie, text(hash("csrf " + cookie)), expiresAt, tokenHash);
    }

    private byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
