package io.flyball.toolexecutor.network;

import io.flyball.toolexecutor.network.HttpExchange.Request;
import io.flyball.toolexecutor.network.HttpExchange.Response;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/** Sends single requests to an address that was checked before; follows nothing, keeps no connection, takes no proxy. */
final class HttpClient {
    private static final int CONNECT_MILLIS = 5_000;
    private final int mostBytes;

    /** @param mostBytes how much of a body is taken; the rest is not read */
    HttpClient(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Waits for the response; an interrupt ends the wait and the connection.
     *
     * @throws IOException if there is none in time
     */
    Response send(Request request, InetSocketAddress address, Duration timeout) throws IOException {
        try {
            Response response = client(request.headers(), address)
                    .responseTimeout(timeout)
                    .request(HttpMethod.valueOf(request.method()))
                    .uri(request.uri().toString())
                    .send((_, outbound) ->
                            request.body() == null ? outbound : outbound.sendString(Mono.just(request.body())))
                    .response(this::take)
                    .next()
                    .block(timeout);
            if (response == null) {
                throw new IOException("no response");
            }
            return response;
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    /** What went wrong, as whoever reads the result may see it. */
    static IOException failed(RuntimeException e) {
        Throwable cause = Exceptions.unwrap(e);
        return new IOException(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }

    /** One that reaches that address and no other: no proxy, no redirect, nothing sent twice. */
    static reactor.netty.http.client.HttpClient client(Map<String, String> own, InetSocketAddress address) {
        return reactor.netty.http.client.HttpClient.create(ConnectionProvider.newConnection())
                .resolver(new PinnedAddress(address.getAddress()))
                .noProxy()
                .followRedirect(false)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .headers(headers -> {
                    headers.set(HttpHeaderNames.USER_AGENT, "flyball-tool-executor");
                    own.forEach(headers::set);
                });
    }

    private Mono<Response> take(HttpClientResponse head, ByteBufFlux body) {
        BoundedBody taken = new BoundedBody(mostBytes);
        return body.asByteArray().takeUntil(taken::isFullWith).then(Mono.fromSupplier(() -> response(head, taken)));
    }

    private static Response response(HttpClientResponse head, BoundedBody body) {
        String headers = head.responseHeaders().entries().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
        String location = head.responseHeaders().get(HttpHeaderNames.LOCATION);
        return new Response(head.status().code(), headers, location, body.text(), body.isCut());
    }
}
