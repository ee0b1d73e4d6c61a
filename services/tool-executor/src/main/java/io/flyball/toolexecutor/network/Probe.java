package io.flyball.toolexecutor.network;

import io.flyball.toolexecutor.network.HttpExchange.Request;
import io.flyball.toolexecutor.network.HttpExchange.Response;
import io.flyball.toolexecutor.tools.NotAllowed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks once whether something answers: an HTTP endpoint with a status, or a TCP port at all. */
final class Probe {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 20_000;

    private final NetworkPermissions permissions;
    private final Walk walk;

    Probe(NetworkPermissions permissions) {
        this.permissions = permissions;
        this.walk = new Walk(new HttpClient(MOST_BYTES), permissions);
    }

    /**
     * What one look found.
     *
     * @param what one phrase
     * @param detail what came back
     */
    record Finding(boolean healthy, String what, String detail) {}

    /** @throws NotAllowed if that is nothing that can be asked, or the agent may not */
    static void check(URI uri, List<String> allowed) throws NotAllowed {
        if (isTcp(uri) ? uri.getPort() < 0 : !isWeb(uri)) {
            throw new NotAllowed("the URL must be http, https, or tcp with a port, not " + uri);
        }
        if (!NetworkPermissions.isListed(uri.getHost(), Urls.port(uri), allowed)) {
            throw new NotAllowed(
                    "the agent may not reach " + uri.getHost() + ":" + Urls.port(uri) + "; it may reach: " + allowed);
        }
    }

    Finding ask(URI uri, int expectedStatus, List<String> allowed) throws NotAllowed {
        try {
            return isTcp(uri) ? connect(uri, allowed) : get(uri, expectedStatus, allowed);
        } catch (IOException e) {
            return new Finding(false, "no answer: " + e.getMessage(), "");
        }
    }

    /** Redirects are not followed: the status that is expected is the endpoint's own. */
    private Finding get(URI uri, int expectedStatus, List<String> allowed) throws NotAllowed, IOException {
        Response response = walk.send(new Request("GET", uri, Map.of(), null), allowed, LONGEST);
        boolean healthy = response.status() == expectedStatus;
        return new Finding(
                healthy,
                "status " + response.status() + (healthy ? "" : ", expected " + expectedStatus),
                response.head() + "\n\n" + response.body());
    }

    private Finding connect(URI uri, List<String> allowed) throws NotAllowed, IOException {
        return switch (permissions.decide(uri.getHost(), uri.getPort(), allowed)) {
            case Reach.Allowed reach -> connect(reach.address());
            case Reach.Refused refused -> throw new NotAllowed(refused.reason());
            case Reach.NotFound unknown -> new Finding(false, "no address for " + unknown.host(), "");
        };
    }

    private static Finding connect(InetSocketAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) LONGEST.toMillis());
            return new Finding(true, "port " + address.getPort() + " accepts connections", "");
        }
    }

    private static boolean isTcp(URI uri) {
        return "tcp".equals(uri.getScheme());
    }

    private static boolean isWeb(URI uri) {
        return "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    }
}
