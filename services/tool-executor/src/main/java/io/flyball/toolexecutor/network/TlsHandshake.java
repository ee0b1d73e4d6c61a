package io.flyball.toolexecutor.network;

import io.flyball.toolexecutor.process.Ending;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** One handshake, to see what a server presents. Nothing is sent afterwards, and nothing that was presented is believed. */
final class TlsHandshake {
    private static final int CONNECT_MILLIS = 5_000;

    private TlsHandshake() {}

    /**
     * What came of it.
     *
     * @param chain what was presented; empty if the server got not so far
     * @param problem why the handshake did not end well; absent if it did
     */
    record Seen(
            List<X509Certificate> chain,
            @Nullable String protocol,
            @Nullable String cipher,
            @Nullable String problem) {
        Seen {
            chain = List.copyOf(chain);
        }
    }

    /** @throws IOException if nobody accepts the connection */
    static Seen with(InetSocketAddress address, String serverName, Duration longest, Ending ending) throws IOException {
        Keeping keeping = new Keeping();
        try (Socket plain = new Socket();
                Deadline deadline = Deadline.of(longest, plain, ending)) {
            plain.connect(address, CONNECT_MILLIS);
            return shake(plain, address, serverName, keeping, deadline);
        }
    }

    private static Seen shake(
            Socket plain, InetSocketAddress address, String serverName, Keeping keeping, Deadline deadline) {
        try (SSLSocket socket = (SSLSocket) context(keeping)
                .getSocketFactory()
                .createSocket(plain, address.getAddress().getHostAddress(), address.getPort(), true)) {
            name(socket, serverName);
            socket.startHandshake();
            String protocol = socket.getSession().getProtocol();
            return new Seen(keeping.chain, protocol, socket.getSession().getCipherSuite(), null);
        } catch (IOException | RuntimeException e) {
            String why = deadline.isOver() ? "it did not end in time" : String.valueOf(e.getMessage());
            return new Seen(keeping.chain, null, null, why);
        }
    }

    private static void name(SSLSocket socket, String serverName) {
        if (serverName.chars().anyMatch(Character::isLetter) && !serverName.contains(":")) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(serverName)));
            socket.setSSLParameters(parameters);
        }
    }

    private static SSLContext context(Keeping keeping) throws SSLException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {keeping}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new SSLException(e);
        }
    }

    /** Those whom this machine trusts. */
    static List<X509Certificate> authorities() throws IOException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()))
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IOException("the machine's list of authorities cannot be read", e);
        }
    }

    /** Keeps what is presented and accepts it, so that a bad certificate can be told. */
    private static final class Keeping implements X509TrustManager {
        private volatile List<X509Certificate> chain = List.of();

        @Override
        public void checkClientTrusted(X509Certificate[] presented, String type) {
            throw new UnsupportedOperationException("nobody connects to us");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] presented, String type) {
            chain = List.of(presented);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
