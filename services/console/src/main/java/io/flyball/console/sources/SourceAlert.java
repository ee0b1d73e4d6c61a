package io.flyball.console.sources;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One alert, whoever sent it.
 *
 * @param name of at most 200 characters
 * @param firing whether the condition holds
 * @param fingerprint identifies the condition; the same when it fires and when it is over
 * @param labels texts by name; service, severity and environment are among them where the sender tells
 * @param annotations texts for people
 * @param startsAt when the condition began; absent where the sender tells no time that makes sense
 * @param endsAt when it ended; absent while it holds
 * @param url where the sender shows it
 */
public record SourceAlert(
        String name,
        boolean firing,
        String fingerprint,
        Map<String, String> labels,
        Map<String, String> annotations,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String url) {}
