package io.flyball.schemas.grant;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Signs grants (Ed25519). Whoever has it can allow anything. */
public final class SigningKey {
    static final String ALGORITHM = "Ed25519";
    static final String FORM = "g1";

    private final KeyPair pair;
    private final VerifyingKey verifying;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
        this.verifying = new VerifyingKey(pair.getPublic());
    }

    /** A new one. */
    public static SigningKey fresh() {
        try {
            return new SigningKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    /**
     * The key of that text.
     *
     * @param text two lines of base64: the public key (X.509), the private key (PKCS #8)
     * @throws IllegalArgumentException if it is no key, or the two do not belong together
     */
    public static SigningKey of(String text) {
        String[] lines = text.strip().split("\\s+");
        if (lines.length != 2) {
            throw new IllegalArgumentException(
                    "two lines are expected: the public key and the private key, both in base64");
        }
        try {
            var secret = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[1]));
            VerifyingKey open = VerifyingKey.of(lines[0]);
            var key = new SigningKey(
                    new KeyPair(open.key(), KeyFactory.getInstance(ALGORITHM).generatePrivate(secret)));
            if (!open.fits("belongs", key.signature("belongs"))) {
                throw new IllegalArgumentException("the public key does not belong to the private key");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("it is no Ed25519 key: " + e.getMessage(), e);
        }
    }

    /** The text from which {@link #of} makes it again. */
    public String text() {
        return verifying.text() + "\n"
                + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n";
    }

    /** What its signatures are verified with. */
    public VerifyingKey verifying() {
        return verifying;
    }

    /** The grant as it travels: {@code g1.KEY-ID.GRANT.SIGNATURE}, the last two in base64 for URLs. The same grant always gives the same text. */
    public String sign(Grant grant) {
        String canonical = grant.canonical();
        return String.join(
                ".",
                FORM,
                verifying.id(),
                base64(canonical.getBytes(StandardCharsets.UTF_8)),
                base64(signature(canonical)));
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
