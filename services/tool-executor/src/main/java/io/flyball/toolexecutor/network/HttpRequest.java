package io.flyball.toolexecutor.network;

import io.flyball.catalogue.ToolEffect;
import io.flyball.toolexecutor.network.HttpExchange.Request;
import io.flyball.toolexecutor.network.HttpExchange.Response;
import io.flyball.toolexecutor.secrets.SecretStore;
import io.flyball.toolexecutor.tools.Arguments;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.NotAllowed;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** http_request: one request to an allowed host. GET and HEAD read, everything else counts as a change. */
public final class HttpRequest implements Tool {
    private static final int MOST_BYTES = 1_000_000;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final Set<String> RESERVED =
            Set.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer");
    private static final int LONGEST_MILLIS = 60_000;

    private final Walk walk;

    private final SecretHeaders secrets;

    /** @param secrets that may be sent with a request */
    public HttpRequest(SecretStore secrets) {
        this(NetworkPermissions.bySystem(), secrets);
    }

    HttpRequest(NetworkPermissions permissions, SecretStore secrets) {
        this.secrets = new SecretHeaders(secrets);
        this.walk = new Walk(new HttpClient(MOST_BYTES), permissions);
    }

    /** Its arguments. */
    record Wanted(
            String url,
            @Nullable String method,
            @Nullable Map<String, String> headers,
            @Nullable String body,
            @Nullable Integer timeoutMillis) {
        Wanted {
            Objects.requireNonNull(url, "url is missing");
        }

        Duration timeout() {
            int wanted = timeoutMillis == null ? LONGEST_MILLIS : timeoutMillis;
            return Duration.ofMillis(Math.clamp(wanted, 1, LONGEST_MILLIS));
        }
    }

    @Override
    public String name() {
        return "http_request";
    }

    @Override
    public Plan plan(ToolRequest request) {
        try {
            Wanted wanted = Arguments.read(request.argumentsJson(), Wanted.class);
            return ready(wanted, Urls.web(wanted.url()), request.permissions());
        } catch (Arguments.Bad | NotAllowed e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    private Plan ready(Wanted wanted, URI uri, Permissions permissions) throws NotAllowed {
        List<String> allowed = permissions.network();
        String method = wanted.method() == null ? "GET" : wanted.method();
        if (!METHODS.contains(method)) {
            return new Plan.Refused("the method must be one of " + METHODS + ", not " + method);
        }
        Map<String, String> headers = wanted.headers() == null ? Map.of() : wanted.headers();
        if (headers.keySet().stream().anyMatch(HttpRequest::isOurs)) {
            return new Plan.Refused(
                    "these headers are the executor's own: " + RESERVED + " and " + HttpAction.PREFIX + "*");
        }
        if (!NetworkPermissions.isListed(uri.getHost(), Urls.port(uri), allowed)) {
            return new Plan.Refused(
                    "the agent may not reach " + uri.getHost() + ":" + Urls.port(uri) + "; it may reach: " + allowed);
        }
        Optional<String> objection =
                secrets.objection(wanted.url(), uri, headers, wanted.body(), permissions.secrets());
        if (objection.isPresent()) {
            return new Plan.Refused(objection.get());
        }
        Request http = new Request(method, uri, headers, wanted.body());
        ToolEffect effect = READS.contains(method) ? ToolEffect.READ : ToolEffect.CHANGE;
        return new Plan.Ready(
                effect, description(http), secrets.action(http, marked -> send(marked, allowed, wanted.timeout())));
    }

    private static boolean isOurs(String header) {
        return RESERVED.contains(header.toLowerCase(Locale.ROOT)) || HttpAction.isReserved(header);
    }

    private static String description(Request request) {
        String headers = request.headers().isEmpty() ? "" : " with the headers " + new TreeMap<>(request.headers());
        String body = request.body() == null ? "" : " and this body:\n" + request.body();
        return "would send " + request.method() + " " + request.uri() + headers + body;
    }

    private ToolOutcome send(Request request, List<String> allowed, Duration timeout) {
        try {
            return ToolOutcome.Succeeded.with(text(walk.follow(request, allowed, timeout)));
        } catch (NotAllowed e) {
            return ToolOutcome.Failed.because(String.valueOf(e.getMessage()), Failure.CONFIG);
        } catch (IOException e) {
            return ToolOutcome.Failed.because(
                    request.method() + " " + request.uri() + " failed: " + e.getMessage(), Failure.EXTERNAL);
        }
    }

    private static String text(Response response) {
        String cut = response.cut() ? "\n[... only the first " + MOST_BYTES + " bytes were taken ...]" : "";
        return "HTTP " + response.status() + "\n" + response.head() + "\n\n" + response.body() + cut;
    }
}
