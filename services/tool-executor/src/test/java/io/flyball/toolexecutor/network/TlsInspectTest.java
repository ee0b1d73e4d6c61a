package io.flyball.toolexecutor.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Asked;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.ToolOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Against openssl's own server, with certificates that openssl made. */
class TlsInspectTest {
    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void certificates() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not on this machine");
        openssl("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -days 40 -subj /CN=Shop-Authority");
        Files.writeString(folder.resolve("names"), "subjectAltName=DNS:shop.example,DNS:*.shop.example,IP:127.0.0.1\n");
        leaf("served", 20);
    }

    private void leaf(String name, int days) throws Exception {
        openssl("req -newkey rsa:2048 -nodes -keyout %s.key -out %s.csr -subj /CN=shop.example".formatted(name, name));
        openssl("x509 -req -in %s.csr -CA ca.crt -CAkey ca.key -CAcreateserial -out %s.crt -days %d -extfile names"
                .formatted(name, name, days));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    @DisplayName(
            "TOOL-2 what is presented is told: subject, names, issuer, days left, and whose certificate is missing")
    void presented() throws Exception {
        JsonNode found = seen(serve("-cert served.crt -key served.key"), Map.of("serverName", "api.shop.example"));

        assertThat(found.get("result").asString()).isEqualTo("connected");
        assertThat(found.get("protocol").asString()).startsWith("TLSv1.");
        JsonNode certificate = found.get("certificate");
        assertThat(certificate.get("subject").asString()).isEqualTo("CN=shop.example");
        assertThat(certificate.get("issuer").asString()).isEqualTo("CN=Shop-Authority");
        assertThat(certificate.get("names").toString()).contains("shop.example", "*.shop.example", "127.0.0.1");
        assertThat(certificate.get("nameFits").asBoolean()).isTrue();
        assertThat(certificate.get("daysLeft").asInt()).isBetween(18, 20);
        assertThat(found.at("/chain/complete").asBoolean()).isFalse();
        assertThat(found.at("/chain/missing").asString()).isEqualTo("CN=Shop-Authority");
    }

    @Test
    @DisplayName("TOOL-2 a whole chain to an authority of one's own is complete and not trusted; a wrong name is told")
    void ownAuthority() throws Exception {
        JsonNode found = seen(
                serve("-cert served.crt -key served.key -cert_chain ca.crt"), Map.of("serverName", "a.b.shop.example"));

        assertThat(found.at("/chain/complete").asBoolean()).isTrue();
        assertThat(found.at("/chain/trusted").asBoolean()).isFalse();
        assertThat(found.at("/chain/presented").asInt()).isEqualTo(2);
        assertThat(found.at("/certificate/nameFits").asBoolean()).isFalse();
    }

    @Test
    @DisplayName(
            "TOOL-2 a chain to an authority that the machine trusts is trusted, also where the authority is not presented")
    void trusted() throws Exception {
        var own = CertificateFile.read(folder.resolve("served.crt"));
        var authority = CertificateFile.read(folder.resolve("ca.crt"));

        assertThat(new CertificateChain(List.of(own), List.of(authority)).end())
                .isEqualTo(new CertificateChain.End.Trusted("CN=Shop-Authority"));
        assertThat(new CertificateChain(List.of(own), List.of(own)).end())
                .isEqualTo(new CertificateChain.End.Trusted("CN=shop.example"));
        assertThat(TlsHandshake.authorities()).isNotEmpty();
    }

    @Test
    @DisplayName("TOOL-2 a certificate that was renewed on the disk and not reloaded is another one than the file's")
    void renewedAndNotReloaded() throws Exception {
        int port = serve("-cert served.crt -key served.key");
        String file = folder.resolve("served.crt").toString();
        assertThat(seen(port, Map.of("certificateFile", file)).at("/file/same").asBoolean())
                .isTrue();

        leaf("served", 35);

        JsonNode found = seen(port, Map.of("certificateFile", file));
        assertThat(found.at("/file/same").asBoolean()).isFalse();
        assertThat(found.at("/file/daysLeft").asInt()).isBetween(33, 35);
        assertThat(found.at("/certificate/daysLeft").asInt()).isBetween(18, 20);
    }

    @Test
    @DisplayName("TOOL-2 a file without a certificate is told, and nothing of what it holds")
    void noCertificate() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "the password is tulip");

        JsonNode found = seen(serve("-cert served.crt -key served.key"), Map.of("certificateFile", file.toString()));

        assertThat(found.get("file").toString()).contains("no certificate").doesNotContain("tulip");
    }

    @Test
    @DisplayName("SBX-5 a file that the agent may not read is refused")
    void otherFiles() {
        assertThat(asked(443, Duration.ofSeconds(5))
                        .refusal(Map.of("endpoint", "127.0.0.1:443", "certificateFile", "/etc/passwd")))
                .contains("may not read");
        assertThat(asked(443, Duration.ofSeconds(5)).refusal(Map.of("endpoint", "127.0.0.1:444")))
                .contains("may not reach");
        assertThat(asked(443, Duration.ofSeconds(5))
                        .refusal(Map.of("endpoint", "127.0.0.1:443", "serverName", "b\u00FCcher.example")))
                .contains("ASCII");
    }

    @Test
    @DisplayName("TOOL-6 what speaks no TLS, sends without end, or sends a byte now and then holds nobody up")
    void hostile() throws Exception {
        int endless = listen(socket -> {
            byte[] junk = "HTTP/1.1 400 no\r\n".repeat(1_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            while (!Thread.currentThread().isInterrupted()) {
                socket.getOutputStream().write(junk);
            }
        });
        assertThat(seen(endless, Map.of()).get("result").asString()).isEqualTo("handshake_failed");

        int dripping = listen(socket -> {
            byte[] header = {22, 3, 3, 64, 0};
            socket.getOutputStream().write(header);
            while (true) {
                socket.getOutputStream().write(2);
                TimeUnit.MILLISECONDS.sleep(50);
            }
        });
        JsonNode found = asked(dripping, Duration.ofMillis(500)).found(Map.of("endpoint", "127.0.0.1:" + dripping));
        assertThat(found.get("says").asString()).isEqualTo("it did not end in time");
    }

    @Test
    @DisplayName("STOP-2 a handshake under way is ended at once")
    void isEnded() throws Exception {
        CountDownLatch connected = new CountDownLatch(1);
        int port = listen(socket -> {
            connected.countDown();
            socket.getInputStream().readAllBytes();
        });
        Ending ending = new Ending();
        CompletableFuture<ToolOutcome> outcome = CompletableFuture.supplyAsync(
                () -> asked(port, Duration.ofMinutes(10)).outcome(Map.of("endpoint", "127.0.0.1:" + port), ending));
        assertThat(connected.await(60, TimeUnit.SECONDS)).isTrue();

        ending.end(EndCause.STOPPED);

        assertThat(outcome.get(60, TimeUnit.SECONDS)).isInstanceOf(ToolOutcome.Ended.class);
    }

    private JsonNode seen(int port, Map<String, String> more) throws Exception {
        Map<String, String> arguments = new java.util.HashMap<>(more);
        arguments.put("endpoint", "127.0.0.1:" + port);
        return asked(port, Duration.ofSeconds(30)).found(arguments);
    }

    private Asked asked(int port, Duration longest) {
        var tool = new TlsInspect(NetworkPermissions.bySystem(), Clock.systemUTC(), longest);
        var permissions = new Permissions(List.of(), List.of(folder + "/**"), List.of(), List.of("127.0.0.1:" + port));
        return new Asked(tool, permissions);
    }

    private int serve(String options) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of("openssl", "s_server", "-accept", "127.0.0.1:" + port, "-www"));
        command.addAll(List.of(options.split(" ")));
        Process server = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        open.add(() -> server.destroyForcibly().waitFor());
        for (int i = 0; i < 600; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return port;
            } catch (IOException _) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new AssertionError("openssl s_server never listened");
    }

    private interface Behaviour {
        void with(Socket socket) throws Exception;
    }

    private int listen(Behaviour behaviour) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        open.add(server);
        Thread.ofVirtual().start(() -> {
            try (Socket socket = server.accept()) {
                behaviour.with(socket);
            } catch (Exception _) {
                // The client has gone.
            }
        });
        return server.getLocalPort();
    }

    private void openssl(String arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
