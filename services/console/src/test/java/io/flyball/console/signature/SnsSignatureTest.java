package io.flyball.console.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.console.door.Json;
import io.flyball.console.kit.SigningKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@DisplayName("ING-11 signatures of Amazon SNS, by a real certificate")
class SnsSignatureTest {
    private static final URI ADDRESS = URI.create("https://sns.eu-west-1.amazonaws.com/c.pem");

    @TempDir
    private static Path folder;

    private static PrivateKey key;
    private static byte[] certificate;

    @BeforeAll
    static void makeACertificate() throws Exception {
        SigningKey made = SigningKey.in(folder);
        key = made.key();
        certificate = made.certificate();
    }

    private static String message(String version, String signature) {
        return """
                {"Type": "Notification", "MessageId": "m-1", "TopicArn": "arn:aws:sns:eu-west-1:1:t", "Subject": "ALARM",
                "Message": "{\\"AlarmName\\": \\"a\\"}", "Timestamp": "2026-11-20T10:00:00.000Z", "SignatureVersion": "%s", "Signature": "%s"}""".formatted(version, signature);
    }

    private static JsonNode signed(String version, String algorithm) throws Exception {
        JsonNode unsigned = Json.read(message(version, "").getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(
                ("Message\n{\"AlarmName\": \"a\"}\nMessageId\nm-1\nSubject\nALARM\nTimestamp\n2026-11-20T10:00:00.000Z\n"
                                + "TopicArn\narn:aws:sns:eu-west-1:1:t\nType\nNotification\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(SnsSignature.signed(unsigned)).startsWith("Message\n{");
        String text = Base64.getEncoder().encodeToString(signature.sign());
        return Json.read(message(version, text).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"1, SHA1withRSA", "2, SHA256withRSA"})
    void rightAndTamperedWith(String version, String algorithm) throws Exception {
        var certificates = new SigningCertificates(_ -> certificate);
        JsonNode message = signed(version, algorithm);
        assertThat(SnsSignature.isRight(message, certificates.key(ADDRESS, Instant.now())))
                .isTrue();
        for (String changed : new String[] {"\"a\\\\\"}", "m-1", ":t\"", "ALARM"}) {
            String other = message.toString().replaceFirst(java.util.regex.Pattern.quote(changed), "x" + changed);
            if (!other.equals(message.toString())) {
                JsonNode tampered = Json.orText(other);
                assertThat(SnsSignature.isRight(tampered, certificates.key(ADDRESS, Instant.now())))
                        .as(other)
                        .isFalse();
            }
        }
        String otherVersion =
                message.toString().replace("\"SignatureVersion\":\"" + version, "\"SignatureVersion\":\"3");
        assertThat(SnsSignature.isRight(Json.orText(otherVersion), certificates.key(ADDRESS, Instant.now())))
                .isFalse();
    }

    @Test
    void aCertificateIsFetchedOnceAndMustBeValid() throws Exception {
        var times = new AtomicInteger();
        var certificates = new SigningCertificates(_ -> {
            times.incrementAndGet();
            return certificate;
        });
        certificates.key(ADDRESS, Instant.now());
        certificates.key(ADDRESS, Instant.now());
        assertThat(times).hasValue(1);
        Instant later = Instant.now().plusSeconds(40L * 24 * 3600);
        assertThatThrownBy(() -> certificates.key(ADDRESS, later))
                .isInstanceOf(java.security.cert.CertificateException.class);
        var nonsense = new SigningCertificates(_ -> "<html>".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> nonsense.key(ADDRESS, later))
                .isInstanceOf(java.security.cert.CertificateException.class);
    }
}
