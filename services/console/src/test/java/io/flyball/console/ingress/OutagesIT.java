package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.localstack.NeighbourKind;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("ING-6 what the door says when a neighbour is away")
class OutagesIT {
    /** A port on loopback where nobody listens. */
    private static final String NOBODY = "127.0.0.1:1";

    private static void with(String kafka, String registry, String redis, Consumer<Http> test) {
        try (RunningConsole console = RunningConsole.startAgainst(kafka, registry, redis)) {
            test.accept(console.http());
        }
    }

    private static void isUnavailable(Http.Answer answer, String whose) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.json().path("detail").asString()).contains(whose);
    }

    @Test
    @DisplayName("ING-6 503 when Kafka is not reachable, for one alert and for several")
    void kafka(SharedNeighbours neighbours) {
        with(NOBODY, neighbours.registryUrl(), neighbours.redisUrl(), http -> {
            isUnavailable(http.post("/alerts", "{\"name\":\"A\"}"), "Kafka");
            isUnavailable(http.post("/alerts", "[{\"name\":\"A\"},{\"name\":\"B\"}]"), "Kafka");
            assertThat(http.get("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(http.get("/actuator/health/readiness").status()).isEqualTo(503);
        });
    }

    @Test
    @DisplayName("ING-6 503 when the registry is not reachable")
    void registry(SharedNeighbours neighbours) {
        with(neighbours.bootstrapServers(), "http://" + NOBODY, neighbours.redisUrl(), http -> {
            isUnavailable(http.post("/alerts", "{\"name\":\"A\"}"), "registry");
            isUnavailable(http.post("/alerts", "[{\"name\":\"A\"},{\"name\":\"B\"}]"), "registry");
        });
    }

    @Test
    @DisplayName("STOP-2 alerts are stored while Redis is away; what needs it says so")
    void redis(SharedNeighbours neighbours) {
        RunningConsole.start(neighbours).close();
        with(neighbours.bootstrapServers(), neighbours.registryUrl(), "redis://" + NOBODY, http -> {
            assertThat(http.post("/alerts", "{\"name\":\"A\"}").status()).isEqualTo(202);
            assertThat(http.post("/runs", Map.of("goal", "g", "agent", "a")).status())
                    .isEqualTo(202);
            isUnavailable(http.post("/runs", Map.of("goal", "g", "agent", "a"), "Idempotency-Key", "k"), "Redis");
        });
    }

    @Test
    @DisplayName("ING-6 429 with Retry-After over the source's rate")
    void rate(SharedNeighbours neighbours) {
        try (RunningConsole console = RunningConsole.start(
                neighbours, "--flyball.ingress.rate.per-second=0.1", "--flyball.ingress.rate.burst=2")) {
            Http http = console.http();
            assertThat(http.post("/alerts", "{\"name\":\"A\"}").status()).isEqualTo(202);
            assertThat(http.post("/alerts", "{\"name\":\"A\"}").status()).isEqualTo(202);
            Http.Answer third = http.post("/alerts", "{\"name\":\"A\"}");
            assertThat(third.status()).isEqualTo(429);
            assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 10);
            assertThat(http.post("/webhooks/alertmanager", "{\"alerts\":[{\"labels\":{}}]}")
                            .status())
                    .as("another source")
                    .isEqualTo(202);
        }
    }
}
