package io.flyball.toolexecutor.network;

import io.flyball.toolexecutor.network.DnsMessage.Malformed;
import io.flyball.toolexecutor.process.Ending;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;

/** Asks one name server, by a datagram, and by a connection where the answer does not fit into one. */
record DnsExchange(InetSocketAddress server, Duration timeout, Ending ending) {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int LARGEST = 65_535;

    /** What came of it. */
    sealed interface Result {

        record Answered(DnsMessage.Answer answer) implements Result {}

        /** Nothing that could be read. */
        record Silent(Connecting how, String why) implements Result {}
    }

    Result ask(String name, DnsRecord.Type type) throws IOException {
        int id = CHANCE.nextInt(1 << 16);
        try {
            byte[] question = DnsMessage.question(id, name, type);
            DnsMessage.Answer answer = DnsMessage.answer(byDatagram(question), id, name);
            return new Result.Answered(
                    answer.truncated() ? DnsMessage.answer(byConnection(question), id, name) : answer);
        } catch (Malformed e) {
            return new Result.Silent(Connecting.FAILED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Result.Silent(Connecting.of(e), String.valueOf(e.getMessage()));
        }
    }

    /** The socket is connected, so that the kernel takes nothing from anybody else. */
    private byte[] byDatagram(byte[] question) throws IOException {
        try (DatagramSocket socket = new DatagramSocket();
                Deadline _ = Deadline.of(timeout.plusSeconds(1), socket, ending)) {
            socket.setSoTimeout((int) timeout.toMillis());
            socket.connect(server);
            socket.send(new DatagramPacket(question, question.length));
            DatagramPacket answer = new DatagramPacket(new byte[LARGEST], LARGEST);
            socket.receive(answer);
            return Arrays.copyOf(answer.getData(), answer.getLength());
        }
    }

    private byte[] byConnection(byte[] question) throws IOException {
        try (Socket socket = new Socket();
                Deadline _ = Deadline.of(timeout, socket, ending)) {
            socket.connect(server, (int) timeout.toMillis());
            byte[] framed = ByteBuffer.allocate(question.length + 2)
                    .putShort((short) question.length)
                    .put(question)
                    .array();
            socket.getOutputStream().write(framed);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] answer = new byte[in.readUnsignedShort()];
            in.readFully(answer);
            return answer;
        }
    }
}
