package io.flyball.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.notifier.Messages;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WebhookChannelTest extends HttpChannelContract {
    private static final String SECRET = "a-shared-secret-of-some-length";

    @Override
    Channel channel(HttpPost post) {
        return new WebhookChannel(post, new Signature(SECRET), CLOCK);
    }

    @Test
    @DisplayName("NTF-1 the body is signed with its time, so that a receiver can check both")
    void signed() throws Exception {
        send(Messages.closing());

        var request = receiver.requests().getFirst();
        String timestamp = request.headers().get("X-flyball-timestamp");
        assertThat(timestamp).isEqualTo(Long.toString(Messages.NOON.getEpochSecond()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal((timestamp + "." + request.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(request.headers())
                .containsEntry("X-flyball-signature", "sha256=" + HexFormat.of().formatHex(expected))
                .containsEntry("X-flyball-event", "CLOSING");
    }

    @Test
    @DisplayName("NTF-1 the signature of the documentation's example")
    void documentedExample() {
        assertThat(new Signature("a-shared-secret-of-some-length").headers("{\"id\":\"1\"}", Messages.NOON))
                .containsEntry(
                        "X-Flyball-Signature",
                        "sha256=f851a6dc36fc880bdda203730a2ea4be3b05bb4d6dc91e4ed28f6b05c5690914");
    }

    @Test
    @DisplayName("NTF-1 the body says all of the message, the same at every attempt")
    void body() throws Exception {
        send(Messages.closing());
        send(Messages.closing());

        assertThat(receiver.requests().get(0).body())
                .isEqualTo(receiver.requests().get(1).body());
        assertThat(new JsonMapper().readTree(receiver.requests().getFirst().body()))
                .isEqualTo(new JsonMapper().readTree("""
                                {"id":"run-1:CLOSING","dedupKey":"run-1:CLOSING","kind":"CLOSING","severity":"info","tenant":"default",
                                 "subject":"run-1","runId":"run-1","environment":"production","agent":"service-restorer",
                                 "title":"ServiceDown on shop: RESOLVED","body":"It serves again.",
                                 "fields":{"cost":"$0.12","outcome":"RESOLVED"},
                                 "links":{"console":"http://127.0.0.1:7400/#/runs/run-1"},"at":"2026-11-21T12:00:00Z"}
                                """));
    }
}
