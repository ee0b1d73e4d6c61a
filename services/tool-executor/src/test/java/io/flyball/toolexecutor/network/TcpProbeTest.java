package io.flyball.toolexecutor.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.toolexecutor.tools.Asked;
import io.flyball.toolexecutor.tools.ToolOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real sockets. */
class TcpProbeTest {
    private final Asked probe = new Asked(new TcpProbe(), Asked.network("127.0.0.1:*", "no.such.invalid:80"));

    @Test
    @DisplayName("TOOL-2 a port that accepts is told with the time it took")
    void connects() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var found = probe.found(Map.of("endpoint", "127.0.0.1:" + server.getLocalPort()));

            assertThat(found.get("result").asString()).isEqualTo("connected");
            assertThat(found.get("connectMillis").isNumber()).isTrue();
            assertThat(found.get("address").asString()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    @DisplayName("TOOL-2 a port where nobody listens refuses, which is a finding and no failure")
    void refuses() throws IOException {
        int free;
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            free = server.getLocalPort();
        }
        assertThat(probe.found(Map.of("endpoint", "127.0.0.1:" + free))
                        .get("result")
                        .asString())
                .isEqualTo("refused");
    }

    @Test
    @DisplayName("TOOL-2 a host that lets nobody in any more times out: its queue is full and it says nothing")
    void timesOut() throws IOException {
        List<java.net.Socket> waiting = new java.util.ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String endpoint = "127.0.0.1:" + server.getLocalPort();
            String result = "connected";
            for (int i = 0; i < 20 && result.equals("connected"); i++) {
                var socket = new java.net.Socket();
                waiting.add(socket);
                try {
                    socket.connect(server.getLocalSocketAddress(), 200);
                } catch (SocketTimeoutException _) {
                    result = probe.found(Map.of("endpoint", endpoint, "timeoutMillis", 300))
                            .get("result")
                            .asString();
                }
            }
            assertThat(result).isEqualTo("timed_out");
        } finally {
            for (var socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    @DisplayName("TOOL-2 a name without an address, and no way to a host, are told apart from silence")
    void noAddressAndNoRoute() {
        assertThat(probe.found(Map.of("endpoint", "no.such.invalid:80"))
                        .get("result")
                        .asString())
                .isEqualTo("no_address");
        assertThat(Connecting.of(new NoRouteToHostException("No route to host")))
                .isEqualTo(Connecting.NO_ROUTE);
        assertThat(Connecting.of(new IOException("Network is unreachable"))).isEqualTo(Connecting.NO_ROUTE);
        assertThat(Connecting.of(new SocketTimeoutException("Connect timed out")))
                .isEqualTo(Connecting.TIMED_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.example:5432",
                "10.0.0.1:80",
                "127.0.0.1",
                "127.0.0.1:0",
                "127.0.0.1:99999",
                "127.0.0.1:80/x",
                "user@127.0.0.1:80",
                "１２７.0.0.1:80",
                "loc\u0430lhost:80",
                "127.0.0.1:٨٠"
            })
    @DisplayName("SBX-4 what is not listed, or can be read in two ways, is refused before anything is looked up")
    void refused(String endpoint) {
        assertThat(probe.refusal(Map.of("endpoint", endpoint))).isNotBlank();
    }

    @Test
    @DisplayName("SBX-4 a listed name that leads to the cloud's metadata is not connected to")
    void metadata() {
        var names = new NetworkPermissions(_ -> List.of(InetAddress.ofLiteral("169.254.169.254")));
        var rebound = new Asked(new TcpProbe(names), Asked.network("shop.example:80"));

        assertThat(rebound.outcome(Map.of("endpoint", "shop.example:80")))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        failed -> assertThat(failed.error()).contains("leads to an address inside"));
    }
}
