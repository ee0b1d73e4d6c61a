package io.flyball.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** No neighbour is there: a service comes up all the same and says so in its health. */
@DisplayName("Several services in one JVM")
class ServicesInOneJvmTest {
    @TempDir
    Path folder;

    @EnableAutoConfiguration
    static class AnyService {}

    private ConfigurableApplicationContext start(String name) {
        return new SpringApplicationBuilder(AnyService.class)
                .run(
                        "--spring.application.name=" + name,
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--management.endpoint.health.probes.enabled=true",
                        "--flyball.security.token-file=" + folder.resolve("token"),
                        "--flyball.connection.kafka=127.0.0.1:1",
                        "--flyball.connection.redis=redis://127.0.0.1:1");
    }

    @Test
    void theEndOfOneLeavesTheOthersAnswering() throws Exception {
        try (ConfigurableApplicationContext lasting = start("lasting");
                HttpClient client = HttpClient.newHttpClient()) {
            start("ending").close();
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                            + lasting.getEnvironment().getRequiredProperty("local.server.port")
                            + "/actuator/health/liveness"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
