package io.flyball.notifier.channel;

import io.flyball.notifier.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Always there; what goes nowhere else goes here. */
public final class LogChannel implements Channel {
    private static final Logger log = LoggerFactory.getLogger("io.flyball.notifier.messages");

    @Override
    public String name() {
        return "log";
    }

    @Override
    public Answer deliver(Message message) {
        log.info("[{}] {} {}: {}", message.severity(), message.kind(), message.title(), oneLine(message.body()));
        return new Answer.Took("log");
    }

    /** A message must not be able to forge a line of the log. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}]+", " | ");
    }
}
