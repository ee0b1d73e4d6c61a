package io.flyball.console.signature;

import io.flyball.catalogue.sources.SignatureFormat;
import io.flyball.catalogue.sources.SignatureFormat.Encoding;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC as senders write it. */
public final class Hmac {
    private static final SignatureFormat USUAL = SignatureFormat.ofBody("signature", "");

    private Hmac() {}

    /** The signature of those parts, one after the other, with SHA-256 in hexadecimal digits. */
    public static String of(String key, byte[]... parts) {
        return of(USUAL, key, parts);
    }

    /** The signature of those parts in that format, without the prefix. */
    static String of(SignatureFormat format, String key, byte[]... parts) {
        String algorithm = "Hmac" + format.algorithm();
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return written(format, mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static String written(SignatureFormat format, byte[] signature) {
        return format.encoding() == Encoding.HEX
                ? HexFormat.of().formatHex(signature)
                : Base64.getEncoder().encodeToString(signature);
    }

    /** Whether one of the keys has made one of the signatures, in a time that tells nothing about them. */
    static boolean isOneOf(SignatureFormat format, List<String> given, List<String> keys, byte[]... parts) {
        boolean found = false;
        for (String key : keys) {
            byte[] expected = of(format, key, parts).getBytes(StandardCharsets.US_ASCII);
            for (String signature : given) {
                found |= MessageDigest.isEqual(expected, shown(format, signature));
            }
        }
        return found;
    }

    private static byte[] shown(SignatureFormat format, String signature) {
        String plain = signature.strip();
        return (format.encoding() == Encoding.HEX ? plain.toLowerCase(Locale.ROOT) : plain)
                .getBytes(StandardCharsets.UTF_8);
    }
}
