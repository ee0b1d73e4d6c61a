package io.flyball.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;

class OneRequestPerConnectionTest {

    @Test
    void everyAnswerClosesItsConnectionSoThatNoRequestHangsOnIt() throws Exception {
        var factory = new NettyReactiveWebServerFactory(0);
        new OneRequestPerConnection().customize(factory);
        var server = factory.getWebServer((_, response) -> answer(response));
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort()))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            for (int i = 0; i < 500; i++) {
                var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
                assertThat(answer.statusCode()).isEqualTo(204);
                assertThat(answer.headers().firstValue("connection")).contains("close");
            }
        } finally {
            server.stop();
        }
    }

    private static reactor.core.publisher.Mono<Void> answer(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.NO_CONTENT);
        return response.setComplete();
    }
}
