package io.flyball.notifier.channel;

import io.flyball.notifier.delivery.Answer;
import io.flyball.notifier.message.Message;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/** A Slack incoming webhook. Its address is the permission to post, so it is a secret. */
final class SlackChannel implements Channel {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpPost post;

    SlackChannel(HttpPost post) {
        this.post = post;
    }

    @Override
    public CompletableFuture<Answer> send(Message message) {
        return post.send(JSON.writeValueAsString(SlackPayload.of(message)), Map.of());
    }
}
