package io.flyball.notifier.topology;

import io.flyball.notifier.channel.Channel;
import io.flyball.notifier.delivery.Answer;
import io.flyball.notifier.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers as it is told; without an answer it keeps the caller waiting. */
final class FakeChannel implements Channel {
    final List<Message> sent = new ArrayList<>();
    final List<CompletableFuture<Answer>> waiting = new ArrayList<>();
    private Answer answer = new Answer.Accepted("200 ok");
    private boolean hangs;

    void answers(Answer next) {
        answer = next;
        hangs = false;
    }

    void hangs() {
        hangs = true;
    }

    List<String> ids() {
        return sent.stream().map(Message::id).toList();
    }

    @Override
    public CompletableFuture<Answer> send(Message message) {
        sent.add(message);
        if (!hangs) {
            return CompletableFuture.completedFuture(answer);
        }
        CompletableFuture<Answer> later = new CompletableFuture<>();
        waiting.add(later);
        return later;
    }
}
