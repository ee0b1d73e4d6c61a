package io.flyball.notifier.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt. Nothing in it is secret: reasons go into receipts. */
public sealed interface Answer {

    /** The channel has it. */
    record Accepted(String detail) implements Answer {}

    /**
     * Not now.
     *
     * @param retryAfter how long the channel asks to wait; null when it did not say
     */
    record NotNow(String reason, @Nullable Duration retryAfter) implements Answer {}

    /** Never: trying again would be answered alike. */
    record Never(String reason) implements Answer {}
}
