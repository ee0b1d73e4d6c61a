package io.flyball.toolexecutor.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.toolexecutor.tools.Asked;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Against name servers on real sockets, which answer with recorded bytes. */
class DnsLookupTest {
    private static final HexFormat HEX = HexFormat.of();
    /** shop.example CNAME web.shop.example, and two addresses of that, with names that point back. */
    private static final String TWO_ADDRESSES = "c00c 0005 0001 0000003c 0006 03776562c00c"
            + "c02a 0001 0001 0000001e 0004 0a010203" + "c02a 0001 0001 0000001e 0004 0a010204";

    private DatagramSocket server;
    private ServerSocket connections;
    private Asked lookup;

    @BeforeEach
    void start() throws IOException {
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        connections = new ServerSocket(server.getLocalPort(), 5, InetAddress.getLoopbackAddress());
        lookup = new Asked(
                new DnsLookup(NetworkPermissions.bySystem(), Path.of("/no/such/file")),
                Asked.network("shop.example:443", "127.0.0.1:" + server.getLocalPort()));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        connections.close();
    }

    @Test
    @DisplayName("TOOL-2 records are told with their time to live, and the server's code")
    void records() {
        answers(question -> answer(question, 0x8180, 3, TWO_ADDRESSES));

        JsonNode found = ask("A");

        assertThat(found.get("result").asString()).isEqualTo("answered");
        assertThat(found.get("code").asString()).isEqualTo("NOERROR");
        assertThat(found.get("records").get(0).get("value").asString()).isEqualTo("web.shop.example");
        assertThat(found.get("records").get(1).get("name").asString()).isEqualTo("web.shop.example");
        assertThat(found.get("records").get(2).get("value").asString()).isEqualTo("10.1.2.4");
        assertThat(found.get("records").get(2).get("ttlSeconds").asInt()).isEqualTo(30);
        assertThat(found.get("tookMillis").isNumber()).isTrue();
    }

    @Test
    @DisplayName("TOOL-2 no such name, a server in trouble, and one that refuses are told apart")
    void codes() {
        answers(question -> answer(question, 0x8183, 0, ""));
        assertThat(ask("A").get("code").asString()).isEqualTo("NXDOMAIN");
        answers(question -> answer(question, 0x8182, 0, ""));
        assertThat(ask("MX").get("code").asString()).isEqualTo("SERVFAIL");
        answers(question -> answer(question, 0x8185, 0, ""));
        assertThat(ask("A").get("code").asString()).isEqualTo("REFUSED");
    }

    @Test
    @DisplayName("TOOL-2 other kinds of records are read, and their text cannot turn around what stands beside it")
    void otherKinds() {
        answers(question -> answer(question, 0x8180, 1, "c00c 000f 0001 00000e10 0009 000a 046d61696cc00c"));
        assertThat(ask("MX").at("/records/0/value").asString()).isEqualTo("10 mail.shop.example");
        answers(question -> answer(question, 0x8180, 1, "c00c 0021 0001 00000e10 000c 0001 0002 1538 03646231c00c"));
        assertThat(ask("SRV").at("/records/0/value").asString()).isEqualTo("1 2 5432 db1.shop.example");
        answers(question -> answer(question, 0x8180, 1, "c00c 0010 0001 00000e10 0007 03 e280ae 02 6f6b"));
        assertThat(ask("TXT").at("/records/0/value").asString()).isEqualTo("\\u{202e}ok");
        answers(question -> answer(question, 0x8180, 1, "c00c 0041 0001 00000e10 0002 abcd"));
        assertThat(ask("A").at("/records/0/type").asString()).isEqualTo("TYPE65");
    }

    @Test
    @DisplayName("TOOL-2 an answer that does not fit into a datagram is asked for by a connection")
    void truncated() {
        answers(question -> answer(question, 0x8380, 0, ""));
        Thread.ofVirtual().start(this::serveConnection);

        assertThat(ask("A").get("recordsInAll").asInt()).isEqualTo(3);
    }

    private void serveConnection() {
        try (Socket client = connections.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            byte[] question = new byte[in.readUnsignedShort()];
            in.readFully(question);
            byte[] answer = answer(question, 0x8180, 3, TWO_ADDRESSES);
            client.getOutputStream()
                    .write(ByteBuffer.allocate(answer.length + 2)
                            .putShort((short) answer.length)
                            .put(answer)
                            .array());
        } catch (IOException _) {
            // The test is over.
        }
    }

    @Test
    @DisplayName("TOOL-2 a server that says nothing has timed out; where none is, it refuses")
    void silence() {
        JsonNode silent = lookup.found(Map.of("name", "shop.example", "server", endpoint(), "timeoutMillis", 200));
        assertThat(silent.get("result").asString()).isEqualTo("timed_out");

        Map<String, String> question = Map.of("name", "shop.example", "server", endpoint());
        server.close();
        assertThat(lookup.found(question).get("result").asString()).isEqualTo("refused");
    }

    @Test
    @DisplayName("TOOL-6 an answer to another question, one that points to itself, and one that is cut are no answers")
    void hostile() {
        answers(question -> answer(Arrays.copyOf(new byte[] {1, 2}, question.length), 0x8180, 0, ""));
        assertThat(ask("A").get("result").asString()).isEqualTo("failed");
        answers(question -> answer(question, 0x8180, 1, "c01e 0001 0001 0000001e 0004 0a010203"));
        assertThat(ask("A").get("says").asString()).contains("points to");
        answers(question -> answer(question, 0x8180, 1, "c00c 0001 0001 0000001e 00ff 0a"));
        assertThat(ask("A").get("says").asString()).contains("ends in the middle");
        answers(question -> new byte[] {question[0], question[1]});
        assertThat(ask("A").get("result").asString()).isEqualTo("failed");
    }

    @Test
    @DisplayName("TOOL-6 whatever bytes come, they are read or refused, and nothing else happens")
    void anyBytes() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] question = DnsMessage.question(7, "shop.example", DnsRecord.Type.A);
        byte[] good = answer(question, 0x8180, 3, TWO_ADDRESSES);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length) + 1);
            for (int flips = random.nextInt(6); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                DnsMessage.answer(bytes, 7, "shop.example");
            } catch (DnsMessage.Malformed _) {
                // As it should be.
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", bytes " + HEX.formatHex(bytes), e);
            }
        }
        assertThatThrownBy(() -> DnsMessage.answer(new byte[0], 7, "shop.example"))
                .isInstanceOf(DnsMessage.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c2VjcmV0.attacker.example",
                "www.shop.example",
                "shop.example.attacker.example",
                "shop..example",
                "sh\u043Ep.example",
                ""
            })
    @DisplayName("SBX-4 a question carries a name out: only names that the agent may reach are asked for")
    void otherNames(String name) {
        assertThat(lookup.refusal(Map.of("name", name, "server", endpoint()))).isNotBlank();
    }

    @Test
    @DisplayName("SBX-4 only listed servers are asked")
    void otherServers() {
        assertThat(lookup.refusal(Map.of("name", "shop.example", "server", "9.9.9.9")))
                .contains("may not reach");
    }

    private String endpoint() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private JsonNode ask(String type) {
        return lookup.found(Map.of("name", "shop.example", "type", type, "server", endpoint()));
    }

    /** The next question gets this. */
    private void answers(UnaryOperator<byte[]> answer) {
        Thread.ofVirtual().start(() -> {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[512], 512);
                server.receive(packet);
                byte[] bytes = answer.apply(Arrays.copyOf(packet.getData(), packet.getLength()));
                server.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
            } catch (IOException _) {
                // The test is over.
            }
        });
    }

    private static byte[] answer(byte[] question, int flags, int records, String hex) {
        byte[] rest = HEX.parseHex(hex.replace(" ", ""));
        return ByteBuffer.allocate(question.length + rest.length)
                .put(question)
                .put(rest)
                .putShort(2, (short) flags)
                .putShort(6, (short) records)
                .array();
    }
}
