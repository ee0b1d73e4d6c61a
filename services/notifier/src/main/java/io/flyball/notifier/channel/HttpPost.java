package io.flyball.notifier.channel;

import io.flyball.notifier.delivery.Answer;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Posts JSON to one address and says what came of it. The address is a secret: it is in no answer and no message of ours.
 * The JDK's client, because tracing agents that watch Netty would write the address into spans.
 */
final class HttpPost {
    private final HttpClient http;
    private final URI url;
    private final Duration timeout;
    private final Clock clock;

    /**
     * A post to that address.
     *
     * @param http follows no redirects: they could lead anywhere
     * @param timeout for the whole exchange
     */
    HttpPost(HttpClient http, URI url, Duration timeout, Clock clock) {
        this.http = http;
        this.url = url;
        this.timeout = timeout;
        this.clock = clock;
    }

    CompletableFuture<Answer> send(String json, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::header);
        var exchange = http.sendAsync(request.build(), _ -> new FirstCharacters());
        // The request's own time-out ends with the headers of the answer; a body may drip for ever.
        return exchange.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        exchange.cancel(true);
                    }
                })
                .thenApply(this::answer)
                .exceptionally(failure -> new Answer.NotNow(reason(failure), null));
    }

    private Answer answer(HttpResponse<String> response) {
        int status = response.statusCode();
        String said = status + (response.body().isBlank() ? "" : " " + response.body());
        if (status >= 200 && status < 300) {
            return new Answer.Accepted(said);
        }
        boolean passing = status == 408 || status == 425 || status == 429 || status >= 500;
        return passing
                ? new Answer.NotNow(
                        said, RetryAfter.of(response.headers(), clock.instant()).orElse(null))
                : new Answer.Never(said);
    }

    /** In words of ours, because those of exceptions may name the address. */
    private String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case TimeoutException _, HttpTimeoutException _, CancellationException _ ->
                "no answer within " + timeout.toSeconds() + " s";
            case ConnectException e when e.getCause() instanceof UnresolvedAddressException -> "host not found";
            case ConnectException _ -> "connection refused";
            case UnknownHostException _, UnresolvedAddressException _ -> "host not found";
            case SSLException _ -> "no trusted TLS connection";
            default -> "no answer: " + cause.getClass().getSimpleName();
        };
    }
}
