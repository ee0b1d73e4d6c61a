package io.flyball.notifier.channel;

import io.flyball.notifier.message.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * The message as JSON, signed: {@code Flyball-Signature: t=SECONDS,v1=HEX}, where HEX is HMAC-SHA256 by the shared secret over
 * {@code SECONDS + "." + body}. A receiver computes it again over the raw body and refuses old timestamps.
 */
public final class SignedWebhookChannel implements Channel {
    private static final JsonMapper JSON = new JsonMapper();

    private final URI address;
    private final byte[] secret;
    private final Clock clock;
    private final HttpPost http = new HttpPost();

    public SignedWebhookChannel(URI address, String secret, Clock clock) {
        this.address = address;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Answer deliver(Message message) {
        String body = JSON.writeValueAsString(message);
        long seconds = clock.instant().getEpochSecond();
        String signature = "t=" + seconds + ",v1=" + sign(secret, seconds + "." + body);
        return http.send(address, body, Map.of("Flyball-Signature", signature, "Flyball-Id", message.dedupKey()));
    }

    static String sign(byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
