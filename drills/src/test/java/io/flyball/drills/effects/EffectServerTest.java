package io.flyball.drills.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EffectServerTest {
    private final EffectServer effects = EffectServer.start(new Random(1), Duration.ZERO);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        effects.close();
        http.close();
    }

    private int send(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(effects.url().resolve(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Test
    @DisplayName("RUN-20 every request that changes counts, and afterwards it can be seen")
    void counts() throws Exception {
        assertThat(send("GET", "/effects/one")).isEqualTo(404);
        assertThat(send("POST", "/effects/one")).isEqualTo(201);
        assertThat(send("POST", "/effects/one")).isEqualTo(201);

        assertThat(send("GET", "/effects/one")).isEqualTo(200);
        assertThat(effects.counts()).isEqualTo(Map.of("one", 2));
        assertThat(effects.happened()).containsExactly("one");
    }

    @Test
    @DisplayName(
            "RUN-20 two actions of one run with the same effect are two effects, one action that came twice is doubled")
    void byAction() throws Exception {
        send("POST", "/effects/one", EffectServer.ACTION, "run:1:0");
        send("POST", "/effects/one", EffectServer.ACTION, "run:2:0");
        send("POST", "/effects/one", EffectServer.ACTION, "run:2:0");

        assertThat(effects.counts()).isEqualTo(Map.of("run:1:0", 1, "run:2:0", 2));
    }

    @Test
    @DisplayName("RUN-20 looking changes nothing")
    void looking() throws Exception {
        assertThat(send("GET", "/alive")).isEqualTo(200);
        assertThat(effects.counts()).isEmpty();
    }
}
