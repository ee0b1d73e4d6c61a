package io.flyball.toolexecutor.network;

import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Findings;
import io.flyball.toolexecutor.tools.NotAllowed;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.ReadingTool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import io.flyball.toolexecutor.tools.Words;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** tcp_probe: how connecting to a port goes, and how long it takes. Nothing is sent. */
public final class TcpProbe extends ReadingTool<TcpProbe.Wanted> {
    private static final int USUAL_MILLIS = 3_000;
    private static final int LONGEST_MILLIS = 10_000;

    private final NetworkPermissions permissions;

    public TcpProbe() {
        this(NetworkPermissions.bySystem());
    }

    TcpProbe(NetworkPermissions permissions) {
        super("tcp_probe", Wanted.class);
        this.permissions = permissions;
    }

    /** Its arguments. */
    record Wanted(String endpoint, @Nullable Integer timeoutMillis) {
        Wanted {
            Objects.requireNonNull(endpoint, "endpoint is missing");
        }

        Duration timeout() {
            int millis = timeoutMillis == null ? USUAL_MILLIS : timeoutMillis;
            return Duration.ofMillis(Math.clamp(millis, 1, LONGEST_MILLIS));
        }
    }

    @Override
    protected void check(Wanted wanted, Permissions agent) throws NotAllowed {
        Endpoint.parse(wanted.endpoint()).listed(agent.network());
    }

    @Override
    protected String told(Wanted wanted) {
        return "connect to " + wanted.endpoint();
    }

    @Override
    protected ToolOutcome look(Wanted wanted, ToolRequest request, Ending ending) throws NotAllowed {
        Endpoint endpoint = Endpoint.parse(wanted.endpoint());
        List<String> allowed = request.permissions().network();
        Findings found = new Findings().with("endpoint", endpoint);
        try {
            InetSocketAddress address = endpoint.address(permissions, allowed);
            found.with("address", address.getAddress().getHostAddress());
            long began = System.nanoTime();
            return connect(found, address, wanted.timeout(), began, ending);
        } catch (IOException e) {
            return found.with("result", Connecting.of(e).word()).outcome();
        }
    }

    private static ToolOutcome connect(
            Findings found, InetSocketAddress address, Duration timeout, long began, Ending ending) {
        try (Socket socket = new Socket();
                Deadline _ = Deadline.of(timeout.plusSeconds(1), socket, ending)) {
            socket.connect(address, (int) timeout.toMillis());
            return found.with("result", Connecting.CONNECTED.word())
                    .with("connectMillis", millisSince(began))
                    .outcome();
        } catch (IOException e) {
            return found.with("result", Connecting.of(e).word())
                    .with("waitedMillis", millisSince(began))
                    .with("says", Words.of(e))
                    .outcome();
        }
    }

    private static long millisSince(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
