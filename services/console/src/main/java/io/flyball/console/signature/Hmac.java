package io.flyball.console.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 in hexadecimal digits. */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private Hmac() {}

    /** The signature of those parts, one after the other. */
    public static String of(String key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Whether one of the keys has made one of the signatures, in a time that tells nothing about them. */
    static boolean isOneOf(List<String> given, List<String> keys, byte[]... parts) {
        boolean found = false;
        for (String key : keys) {
            byte[] expected = of(key, parts).getBytes(StandardCharsets.US_ASCII);
            for (String signature : given) {
                byte[] shown = signature.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
                found |= MessageDigest.isEqual(expected, shown);
            }
        }
        return found;
    }
}
