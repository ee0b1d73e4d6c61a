package io.flyball.notifier.channel;

import io.flyball.notifier.delivery.Answer;
import io.flyball.notifier.message.Message;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/** A signed JSON document to any address. */
final class WebhookChannel implements Channel {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpPost post;
    private final Signature signature;
    private final Clock clock;

    WebhookChannel(HttpPost post, Signature signature, Clock clock) {
        this.post = post;
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Answer> send(Message message) {
        String body = JSON.writeValueAsString(WebhookPayload.of(message));
        Map<String, String> headers = new HashMap<>(signature.headers(body, clock.instant()));
        headers.put("X-Flyball-Event", message.kind().name());
        return post.send(body, headers);
    }
}
