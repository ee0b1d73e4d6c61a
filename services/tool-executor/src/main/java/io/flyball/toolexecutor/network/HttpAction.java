package io.flyball.toolexecutor.network;

import io.flyball.toolexecutor.network.HttpExchange.Request;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.secrets.NoSecret;
import io.flyball.toolexecutor.secrets.SecretStore;
import io.flyball.toolexecutor.tools.Action;
import io.flyball.toolexecutor.tools.Interruptible;
import io.flyball.toolexecutor.tools.Mark;
import io.flyball.toolexecutor.tools.ToolOutcome;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Sends one request, marked with the run that causes it. */
final class HttpAction implements Action {
    static final String PREFIX = "X-Flyball-";

    private final Function<Request, ToolOutcome> send;
    private final SecretStore secrets;
    private Request request;

    HttpAction(Request request, SecretStore secrets, Function<Request, ToolOutcome> send) {
        this.request = request;
        this.secrets = secrets;
        this.send = send;
    }

    /** Whether only the executor may set that header. */
    static boolean isReserved(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith(PREFIX.toLowerCase(Locale.ROOT));
    }

    @Override
    public void arm(Mark mark) throws IOException {
        Map<String, String> headers = withSecrets();
        headers.put(PREFIX + "Run", mark.runId());
        headers.put(PREFIX + "Action", mark.actionId());
        if (mark.fence() != null) {
            headers.put(PREFIX + "Fence", mark.fence().toString());
        }
        request = new Request(request.method(), request.uri(), headers, request.body());
    }

    /** What was allowed has the secrets' names; only what is sent has their values. */
    private Map<String, String> withSecrets() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            try {
                headers.put(header.getKey(), secrets.filledIn(header.getValue()));
            } catch (NoSecret e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        return headers;
    }

    @Override
    public ToolOutcome perform(Ending ending) {
        return Interruptible.perform(ending, () -> send.apply(request));
    }
}
