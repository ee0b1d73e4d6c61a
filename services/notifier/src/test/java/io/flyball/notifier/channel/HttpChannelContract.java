package io.flyball.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.notifier.Messages;
import io.flyball.notifier.delivery.Answer;
import io.flyball.notifier.message.Message;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every channel by HTTP does with the answers of a real server. */
abstract class HttpChannelContract {
    static final Duration TIMEOUT = Duration.ofSeconds(1);
    static final Clock CLOCK = Clock.fixed(Messages.NOON, ZoneOffset.UTC);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    Receiver receiver;

    abstract Channel channel(HttpPost post);

    @BeforeEach
    void start() {
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        receiver.close();
        http.shutdownNow();
    }

    @Test
    @DisplayName("NTF-1 a message is one POST of JSON to the address")
    void posts() throws Exception {
        assertThat(send(Messages.closing())).isEqualTo(new Answer.Accepted("200 ok"));

        assertThat(receiver.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo(Receiver.PATH);
            assertThat(request.headers()).containsEntry("Content-type", "application/json; charset=utf-8");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    @DisplayName("NTF-2 what may pass is tried again")
    void passing(int status) throws Exception {
        receiver.replies(status, "sorry");

        assertThat(send(Messages.closing())).isEqualTo(new Answer.NotNow(status + " sorry", null));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 413})
    @DisplayName("NTF-2 what will not pass is not tried again")
    void lasting(int status) throws Exception {
        receiver.replies(status, "no_service");

        assertThat(send(Messages.closing())).isEqualTo(new Answer.Never(status + " no_service"));
    }

    @Test
    @DisplayName("NTF-2 Retry-After is understood as seconds and as a date")
    void retryAfter() throws Exception {
        retryAfter("30");
        assertThat(send(Messages.closing())).isEqualTo(new Answer.NotNow("429", Duration.ofSeconds(30)));
        retryAfter(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Messages.NOON.plusSeconds(90).atOffset(ZoneOffset.UTC)));
        assertThat(send(Messages.closing())).isEqualTo(new Answer.NotNow("429", Duration.ofSeconds(90)));
        retryAfter("soon");
        assertThat(send(Messages.closing())).isEqualTo(new Answer.NotNow("429", null));
    }

    @Test
    @DisplayName("NTF-2 a receiver that hangs, before or in its answer, is left after the time-out")
    void hangs() throws Exception {
        receiver.hangs();
        assertThat(send(Messages.closing())).isEqualTo(new Answer.NotNow("no answer within 1 s", null));

        receiver.replies(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('o');
            exchange.getResponseBody().flush();
            new java.util.concurrent.CountDownLatch(1).await();
        });
        assertThat(send(Messages.closing())).isEqualTo(new Answer.NotNow("no answer within 1 s", null));
    }

    @Test
    void aLongAnswerIsNotReadToItsEnd() throws Exception {
        receiver.replies(exchange -> {
            exchange.sendResponseHeaders(500, 0);
            byte[] flood = "x".repeat(8_192).getBytes(StandardCharsets.UTF_8);
            while (!Thread.currentThread().isInterrupted()) {
                exchange.getResponseBody().write(flood);
            }
        });

        assertThat(((Answer.NotNow) send(Messages.closing())).reason())
                .startsWith("500 xxx")
                .hasSize(204);
    }

    @Test
    @DisplayName("NTF-2 nobody there may pass; a redirect is not followed")
    void nobodyThereAndRedirects() throws Exception {
        receiver.replies(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            Receiver.answer(exchange, 302, "");
        });
        assertThat(send(Messages.closing())).isEqualTo(new Answer.Never("302"));
        assertThat(receiver.requests()).hasSize(1);

        receiver.close();
        assertThat(send(Messages.closing())).isEqualTo(new Answer.NotNow("connection refused", null));
    }

    @Test
    @DisplayName("NTF-1 the address is in no answer, whatever goes wrong")
    void theAddressIsSecret() throws Exception {
        receiver.close();
        assertThat(send(Messages.closing()).toString()).doesNotContain("secret").doesNotContain("127.0.0.1");
        var unknown = new HttpPost(http, URI.create("https://hooks.invalid" + Receiver.PATH), TIMEOUT, CLOCK);
        assertThat(channel(unknown)
                        .send(Messages.closing())
                        .get(120, TimeUnit.SECONDS)
                        .toString())
                .doesNotContain("secret")
                .doesNotContain("hooks.invalid");
    }

    Answer send(Message message) throws Exception {
        var post = new HttpPost(http, URI.create(receiver.url()), TIMEOUT, CLOCK);
        return channel(post).send(message).get(120, TimeUnit.SECONDS);
    }

    private void retryAfter(String value) {
        receiver.replies(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", value);
            Receiver.answer(exchange, 429, "");
        });
    }
}
