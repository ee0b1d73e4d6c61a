package io.flyball.toolexecutor.network;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and what came back. */
final class HttpExchange {
    private HttpExchange() {}

    /**
     * A request.
     *
     * @param body what is sent; absent for none
     */
    record Request(
            String method,
            URI uri,
            Map<String, String> headers,
            @Nullable String body) {
        Request {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * A response.
     *
     * @param head its headers, one a line
     * @param location where it redirects to; absent if it does not
     * @param body as much of it as was taken
     * @param cut whether there was more
     */
    record Response(int status, String head, @Nullable String location, String body, boolean cut) {
        boolean redirects() {
            return location != null
                    && (status == 301 || status == 302 || status == 303 || status == 307 || status == 308);
        }
    }
}
