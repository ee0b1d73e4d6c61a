package io.flyball.notifier.channel;

import io.flyball.notifier.message.Message;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A way out. */
public interface Channel {

    /** Its name in routing. */
    String name();

    /** Hands the message over and says what became of it; never throws, and returns within ten seconds. */
    Answer deliver(Message message);

    /** What became of a message. */
    sealed interface Answer {

        /** The channel took it. */
        record Took(String detail) implements Answer {}

        /**
         * The channel did not take it.
         *
         * @param permanent whether trying again is useless
         * @param retryAfter how long the channel asks to wait; null if it does not say
         */
        record Refused(String why, boolean permanent, @Nullable Duration retryAfter) implements Answer {}
    }
}
