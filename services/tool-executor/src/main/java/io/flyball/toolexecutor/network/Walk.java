package io.flyball.toolexecutor.network;

import io.flyball.toolexecutor.network.HttpExchange.Request;
import io.flyball.toolexecutor.network.HttpExchange.Response;
import io.flyball.toolexecutor.tools.NotAllowed;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends a request and goes where it is redirected to, as far as the agent may go. */
final class Walk {
    private static final int MOST_REDIRECTS = 5;

    private final HttpClient client;
    private final NetworkPermissions permissions;

    Walk(HttpClient client, NetworkPermissions permissions) {
        this.client = client;
        this.permissions = permissions;
    }

    /**
     * The last response.
     *
     * @throws NotAllowed if the request, or a redirect, leads where the agent may not go
     * @throws IOException if there is no response in time
     */
    Response follow(Request first, List<String> allowed, Duration timeout) throws NotAllowed, IOException {
        Request request = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Response response = send(request, allowed, timeout);
            if (!response.redirects()) {
                return response;
            }
            request = redirected(request, response);
        }
        throw new IOException("more than " + MOST_REDIRECTS + " redirects");
    }

    /** One request, without following. */
    Response send(Request request, List<String> allowed, Duration timeout) throws NotAllowed, IOException {
        URI uri = request.uri();
        return switch (permissions.decide(uri.getHost(), Urls.port(uri), allowed)) {
            case Reach.Allowed reach -> client.send(request, reach.address(), timeout);
            case Reach.Refused refused -> throw new NotAllowed(refused.reason());
            case Reach.NotFound unknown -> throw new IOException("no address for " + unknown.host());
        };
    }

    /** Other hosts do not get the headers that were meant for this one; a changed method loses its body. */
    private static Request redirected(Request request, Response response) throws NotAllowed {
        URI target = target(request.uri(), String.valueOf(response.location()));
        boolean sameHost = target.getHost().equalsIgnoreCase(request.uri().getHost())
                && Urls.port(target) == Urls.port(request.uri());
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.keySet()
                .removeIf(name -> !sameHost && !name.toLowerCase(Locale.ROOT).startsWith("accept"));
        boolean keepsMethod = response.status() == 307
                || response.status() == 308
                || request.method().equals("HEAD");
        return new Request(
                keepsMethod ? request.method() : "GET", target, headers, keepsMethod ? request.body() : null);
    }

    private static URI target(URI from, String location) throws NotAllowed {
        try {
            return Urls.web(from.resolve(location).toString());
        } catch (IllegalArgumentException e) {
            throw new NotAllowed("redirected to what is no URL: " + location);
        }
    }
}
