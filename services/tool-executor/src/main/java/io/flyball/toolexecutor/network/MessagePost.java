package io.flyball.toolexecutor.network;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Sends one message to a listed host, at an address that was checked, and listens until whoever hears has enough. Follows nothing, keeps
 * no connection, takes no proxy.
 */
public final class MessagePost {

    private final NetworkPermissions permissions = NetworkPermissions.bySystem();

    /**
     * What is sent.
     *
     * @param body absent for none
     */
    public record Message(
            String method,
            URI uri,
            Map<String, String> headers,
            @Nullable String body) {
        public Message {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * The beginning of what came back.
     *
     * @param contentType empty if it names none
     */
    public record Head(int status, String contentType, Function<String, Optional<String>> header) {}

    /** Why that address may not be asked; empty if it may. Looks nothing up. */
    public static Optional<String> objection(URI uri, List<String> allowed) {
        return NetworkPermissions.isListed(uri.getHost(), Urls.port(uri), allowed)
                ? Optional.empty()
                : Optional.of(uri.getHost() + ":" + Urls.port(uri) + " is not among its hosts, which are " + allowed);
    }

    /**
     * Waits until enough has come, or all.
     *
     * @param listening made with the beginning; is given each piece, and true means that it is enough
     * @param until what ends the waiting before
     * @return the beginning; empty if nothing, or not all, came in that time
     * @throws IOException if there is no answer, or the address may not be asked
     */
    public Optional<Head> send(
            Message message,
            List<String> allowed,
            Function<Head, Predicate<byte[]>> listening,
            Duration patience,
            Publisher<?> until)
            throws IOException {
        InetSocketAddress address = address(message.uri(), allowed);
        try {
            return HttpClient.client(message.headers(), address)
                    .request(HttpMethod.valueOf(message.method()))
                    .uri(message.uri().toString())
                    .send((_, outbound) ->
                            message.body() == null ? outbound : outbound.sendString(Mono.just(message.body())))
                    .response((head, body) -> listen(head, body, listening))
                    .next()
                    .takeUntilOther(until)
                    .timeout(patience)
                    .onErrorResume(TimeoutException.class, _ -> Mono.empty())
                    .blockOptional();
        } catch (RuntimeException e) {
            throw HttpClient.failed(e);
        }
    }

    private InetSocketAddress address(URI uri, List<String> allowed) throws IOException {
        return switch (permissions.decide(uri.getHost(), Urls.port(uri), allowed)) {
            case Reach.Allowed reach -> reach.address();
            case Reach.Refused refused -> throw new IOException(refused.reason());
            case Reach.NotFound unknown -> throw new IOException("no address for " + unknown.host());
        };
    }

    private static Mono<Head> listen(
            HttpClientResponse response, ByteBufFlux body, Function<Head, Predicate<byte[]>> listening) {
        Head head = new Head(
                response.status().code(),
                Optional.ofNullable(response.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE))
                        .orElse(""),
                name -> Optional.ofNullable(response.responseHeaders().get(name)));
        Predicate<byte[]> listener = listening.apply(head);
        return body.asByteArray().takeUntil(listener).then(Mono.just(head));
    }
}
