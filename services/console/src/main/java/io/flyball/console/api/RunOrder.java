package io.flyball.console.api;

import io.flyball.console.door.Caller;
import io.flyball.console.door.Fields;
import io.flyball.console.door.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person orders a run to do.
 *
 * @param reason why; empty if they did not say
 * @param text the answer, or what was done by hand; empty for other orders
 * @param by who
 * @param channel where: console, cli or api
 */
record RunOrder(String reason, String text, String by, String channel) {
    private static final int LONGEST_TEXT = 8_000;

    /**
     * The order in a body, which may be empty unless it must have a text.
     *
     * @param needsText whether it counts only with a text
     */
    static RunOrder read(byte @Nullable [] body, Caller caller, boolean needsText) {
        Fields fields = Json.object(body);
        fields.only(needsText ? Set.of("reason", "text", "by", "channel") : Set.of("reason", "by", "channel"));
        String text = needsText ? fields.required("text", LONGEST_TEXT) : "";
        String reason = fields.text("reason").orElse("");
        if (reason.length() > Order.LONGEST_REASON) {
            fields.expected("reason", "at most " + Order.LONGEST_REASON + " characters");
        }
        String channel = Order.channel(fields, caller);
        String by = caller.by(fields.text("by"));
        fields.done();
        return new RunOrder(reason, text, by, channel);
    }
}
