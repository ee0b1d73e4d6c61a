package io.flyball.console.api;

import io.flyball.console.door.Caller;
import io.flyball.console.door.Fields;
import io.flyball.console.door.Json;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person sends with an answer, a stop or a release.
 *
 * @param reason why, if they said so
 * @param by who
 * @param channel where: console, cli or api
 * @param actionHash the action that they saw, if they said so
 */
record Order(Optional<String> reason, String by, String channel, Optional<String> actionHash) {
    static final int LONGEST_REASON = 2_000;
    private static final Set<String> FIELDS = Set.of("reason", "by", "channel", "actionHash");
    private static final Set<String> CHANNELS = Set.of("console", "cli", "api");

    /**
     * The order in a body, which may be empty.
     *
     * @param needsReason whether it counts only with a reason
     */
    static Order read(byte @Nullable [] body, Caller caller, boolean needsReason) {
        Fields fields = Json.object(body);
        fields.only(FIELDS);
        String reason = needsReason
                ? fields.required("reason", LONGEST_REASON)
                : fields.text("reason").orElse("");
        String channel = channel(fields, caller);
        if (reason.length() > LONGEST_REASON) {
            fields.expected("reason", "at most " + LONGEST_REASON + " characters");
        }
        String by = caller.by(fields.text("by"));
        Optional<String> hash = fields.text("actionHash");
        fields.done();
        return new Order(Optional.of(reason).filter(text -> !text.isEmpty()), by, channel, hash);
    }

    /** Where an order came from; an error is kept for another word than the known ones. */
    static String channel(Fields fields, Caller caller) {
        String channel = fields.text("channel").orElse(caller.channel());
        if (!CHANNELS.contains(channel)) {
            fields.expected("channel", "one of console, cli, api");
        }
        return channel;
    }
}
