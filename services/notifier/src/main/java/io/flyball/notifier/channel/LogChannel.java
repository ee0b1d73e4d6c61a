package io.flyball.notifier.channel;

import io.flyball.notifier.delivery.Answer;
import io.flyball.notifier.message.Message;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Into the service's own log: the channel that is always there. */
final class LogChannel implements Channel {
    private static final Logger log = LoggerFactory.getLogger("io.flyball.notices");
    private static final int MOST_CHARACTERS = 4_000;

    @Override
    public CompletableFuture<Answer> send(Message message) {
        String text = text(message);
        if (message.severity().equals("info")) {
            log.info("{}", text);
        } else {
            log.warn("{}", text);
        }
        return CompletableFuture.completedFuture(new Answer.Accepted("written"));
    }

    /** Further lines are indented, so that no message can look like another line of the log. */
    static String text(Message message) {
        StringBuilder text = new StringBuilder()
                .append(message.kind())
                .append(" [")
                .append(message.severity())
                .append("] ")
                .append(message.title())
                .append(" (about ")
                .append(message.subject())
                .append(')');
        String body = Cut.to(MOST_CHARACTERS, message.body(), message);
        body.lines().forEach(line -> text.append("\n    | ").append(line));
        message.fields().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(field -> text.append("\n    ")
                        .append(field.getKey())
                        .append(": ")
                        .append(field.getValue()));
        message.links().values().stream()
                .sorted()
                .forEach(link -> text.append("\n    ").append(link));
        return text.toString();
    }
}
