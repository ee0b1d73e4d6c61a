package io.flyball.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names secrets within one run: the same value has the same number wherever in the run it turns up, whichever executor
 * saw it. The number has four digits, so it says which is which but is too short to try guesses against.
 */
final class Placeholders {
    /** How every placeholder begins. */
    static final String BEGIN = "[secret:";

    private static final int NUMBERS = 10_000;
    private final Mac mac;

    Placeholders(byte[] key, String runId) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.init(new SecretKeySpec(mac.doFinal(runId.getBytes(StandardCharsets.UTF_8)), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    String of(String kind, String secret) {
        byte[] digest = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        return BEGIN + kind + "#"
                + Integer.remainderUnsigned(ByteBuffer.wrap(digest).getInt(), NUMBERS) + "]";
    }
}
