package io.flyball.schemas.grant;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a signing key.
 *
 * @param id 16 hex digits, the beginning of the SHA-256 of its X.509 form
 */
public record VerifyingKey(String id, PublicKey key) {
    private static final int ID_DIGITS = 16;

    VerifyingKey(PublicKey key) {
        this(idOf(key), key);
    }

    /**
     * The key of that text.
     *
     * @param text base64 of its X.509 form
     * @throws IllegalArgumentException if it is none
     */
    public static VerifyingKey of(String text) {
        try {
            var bytes = new X509EncodedKeySpec(Base64.getDecoder().decode(text.strip()));
            return new VerifyingKey(KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("it is no public Ed25519 key: " + e.getMessage(), e);
        }
    }

    /** The text from which {@link #of} makes it again. */
    public String text() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    boolean fits(String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(SigningKey.ALGORITHM);
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static String idOf(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
