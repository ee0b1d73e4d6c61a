package io.flyball.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.flyball.localstack.NeighbourKind;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REDIS})
@DisplayName("A test class gets the neighbours that it names")
class WithNeighboursIT {

    @Test
    void theBrokerAnswers(SharedNeighbours neighbours) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", neighbours.bootstrapServers()))) {
            var features = admin.describeFeatures().featureMetadata().get(120, TimeUnit.SECONDS);
            assertThat(features.finalizedFeatures()).containsKeys("share.version", "transaction.version");
        }
    }

    @Test
    void redisAnswers(SharedNeighbours neighbours) throws IOException {
        var redis = URI.create(neighbours.redisUrl());
        try (var socket = new Socket(redis.getHost(), redis.getPort())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(5)).asString().isEqualTo("+PONG");
        }
    }

    @Test
    @DisabledIfSystemProperty(named = "flyball.testcontainers", matches = "true")
    @DisplayName("Asking again gives the same process")
    void theSameProcessForAll(SharedNeighbours neighbours) {
        var first = neighbours.neighbour(NeighbourKind.REDIS).pid();
        neighbours.start(NeighbourKind.REDIS);
        assertThat(SharedNeighbours.shared().neighbour(NeighbourKind.REDIS).pid())
                .isEqualTo(first);
    }

    @Nested
    class InANestedClass {

        @Test
        void theyAreThereToo(SharedNeighbours neighbours) {
            assertThatCode(() -> redisAnswers(neighbours)).doesNotThrowAnyException();
        }
    }
}
