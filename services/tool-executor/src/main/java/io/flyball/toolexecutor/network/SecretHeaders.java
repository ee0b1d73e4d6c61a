package io.flyball.toolexecutor.network;

import io.flyball.catalogue.SecretName;
import io.flyball.catalogue.SecretPermission;
import io.flyball.toolexecutor.network.HttpExchange.Request;
import io.flyball.toolexecutor.secrets.NoSecret;
import io.flyball.toolexecutor.secrets.SecretStore;
import io.flyball.toolexecutor.tools.ToolOutcome;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Secrets in the headers of a request: only those that the agent may send, and only to the hosts that may get them. */
final class SecretHeaders {
    private final SecretStore secrets;

    SecretHeaders(SecretStore secrets) {
        this.secrets = secrets;
    }

    /** Why the request may not be sent with the secrets that it names; empty if it may. */
    Optional<String> objection(
            String url, URI uri, Map<String, String> headers, @Nullable String body, List<SecretPermission> permitted) {
        if (names(url) || names(Objects.requireNonNullElse(body, ""))) {
            return Optional.of("a secret:// may stand in the value of a header only");
        }
        return headers.values().stream()
                .flatMap(value -> SecretName.in(value).stream())
                .map(name -> objection(name, uri, permitted))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean names(String text) {
        return !SecretName.in(text).isEmpty();
    }

    private Optional<String> objection(String name, URI uri, List<SecretPermission> permitted) {
        List<SecretPermission> own =
                permitted.stream().filter(one -> one.name().equals(name)).toList();
        if (own.isEmpty()) {
            return Optional.of("the agent may not use the secret " + name);
        }
        if (own.stream().noneMatch(one -> NetworkPermissions.isListed(uri.getHost(), Urls.port(uri), one.hosts()))) {
            return Optional.of("the secret " + name + " is not for " + uri.getHost() + ":" + Urls.port(uri));
        }
        try {
            secrets.value(name);
            return Optional.empty();
        } catch (NoSecret e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    HttpAction action(Request request, Function<Request, ToolOutcome> send) {
        return new HttpAction(request, secrets, send);
    }
}
