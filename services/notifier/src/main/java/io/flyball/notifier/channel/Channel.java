package io.flyball.notifier.channel;

import io.flyball.notifier.delivery.Answer;
import io.flyball.notifier.message.Message;
import java.util.concurrent.CompletableFuture;

/** One way to people. */
public interface Channel {

    /**
     * Tries to deliver once, without holding up the caller.
     *
     * @return what came of it; never fails, because every failure is an answer
     */
    CompletableFuture<Answer> send(Message message);
}
