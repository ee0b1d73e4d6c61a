package io.flyball.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReadinessProbeTest {
    @Test
    @DisplayName("OPS-3 ready is what the service says; no answer is not ready")
    void asks() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int port = server.getAddress().getPort();
        int[] status = {200};
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status[0], -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(ReadinessProbe.isReady(port)).isTrue();
            status[0] = 503;
            assertThat(ReadinessProbe.isReady(port)).isFalse();
        } finally {
            server.stop(0);
        }
        assertThat(ReadinessProbe.isReady(port)).isFalse();
    }
}
