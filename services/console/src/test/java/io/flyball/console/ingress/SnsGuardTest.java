package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.console.door.Json;
import io.flyball.console.door.Refusal;
import io.flyball.console.kit.Bound;
import io.flyball.console.kit.SigningKey;
import io.flyball.console.signature.SnsSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("ING-11 who may send through Amazon SNS")
class SnsGuardTest {
    private static final String LISTED = "arn:aws:sns:eu-west-1:1:listed";
    private static final SourcesProperties PROPERTIES =
            Bound.to(SourcesProperties.class, "flyball.sources", Map.of("flyball.sources.topics", LISTED));

    @TempDir
    private static Path folder;

    private static SigningKey key;

    private final List<URI> asked = new ArrayList<>();
    private final SnsGuard guard = new SnsGuard(PROPERTIES, address -> {
        asked.add(address);
        return key.certificate();
    });

    @BeforeAll
    static void makeAKey() throws Exception {
        key = SigningKey.in(folder);
    }

    private static JsonNode message(String topic, Instant at, String signature) {
        String text = """
                {"Type": "Notification", "MessageId": "m", "TopicArn": "%s", "Message": "hello", "Timestamp": "%s", "SignatureVersion": "2",
                "Signature": "%s", "SigningCertURL": "https://sns.eu-west-1.amazonaws.com/c.pem"}""".formatted(topic, at, signature);
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode signed(String topic, Instant at) throws Exception {
        return message(topic, at, key.sign(SnsSignature.signed(message(topic, at, ""))));
    }

    @Test
    @DisplayName("ING-11 a listed topic with a right signature needs no token")
    void signedByAListedTopic() throws Exception {
        Instant now = Instant.now();
        JsonNode message = signed(LISTED, now.minusSeconds(3600));
        assertThatCode(() -> guard.check(message, now, false)).doesNotThrowAnyException();
        assertThat(asked).containsExactly(URI.create("https://sns.eu-west-1.amazonaws.com/c.pem"));
    }

    @Test
    @DisplayName("ING-11 another topic, another message, an old message, no answer of Amazon: none comes in")
    void refused() throws Exception {
        Instant now = Instant.now();
        JsonNode other = signed("arn:aws:sns:eu-west-1:2:other", now);
        assertThatThrownBy(() -> guard.check(other, now, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not listed");
        JsonNode tampered = Json.orText(signed(LISTED, now).toString().replace("hello", "hallo"));
        assertThatThrownBy(() -> guard.check(tampered, now, false))
                .hasMessageContaining("signature of Amazon SNS is wrong");
        JsonNode old = signed(LISTED, now.minusSeconds(8 * 3600));
        assertThatThrownBy(() -> guard.check(old, now, false)).hasMessageContaining("flyball.sources.retries");
        var away = new SnsGuard(PROPERTIES, _ -> {
            throw new UncheckedIOException(new IOException("no route"));
        });
        JsonNode right = signed(LISTED, now);
        assertThatThrownBy(() -> away.check(right, now, false)).hasMessageContaining("could not be fetched");
    }

    @Test
    @DisplayName("ING-11 a subscription is confirmed for a listed topic alone")
    void confirms() {
        URI address = URI.create("https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription");
        assertThatThrownBy(() -> guard.confirm("arn:aws:sns:eu-west-1:2:other", address))
                .hasMessageContaining("flyball.sources.topics");
        assertThat(asked).isEmpty();
        guard.confirm(LISTED, address);
        assertThat(asked).containsExactly(address);
    }
}
