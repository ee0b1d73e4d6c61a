package io.flyball.catalogue.sources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in a body what is. A place is a path as {@code incident.policy_name} or {@code tags[0].name}; of several the first that holds a value
 * counts. A place with braces is a text around such paths, as {@code "{host}: {service}"}.
 *
 * @param body what makes it a body of this sender
 * @param name the alert's name
 * @param fingerprint what identifies the condition, all of them together; the same when it fires and when it is over. Name and labels if absent
 * @param status whether it holds
 * @param times when it began and ended
 * @param labels labels by name; {@code service}, {@code severity} and {@code environment} are read from here, and the label {@code "*"} takes whole objects
 * @param annotations texts for people, likewise
 * @param url where the sender shows it
 */
public record AlertMapping(
        Body body,
        List<String> name,
        List<String> fingerprint,
        Status status,
        Times times,
        Map<String, List<String>> labels,
        Map<String, List<String>> annotations,
        List<String> url) {

    public AlertMapping {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("mapping.name must list at least one place");
        }
        name = List.copyOf(name);
        body = body == null ? new Body(List.of(), null, List.of()) : body;
        fingerprint = listed(fingerprint);
        status = status == null ? new Status(List.of(), List.of(), List.of(), List.of()) : status;
        times = times == null ? new Times(List.of(), List.of()) : times;
        labels = labels == null ? Map.of() : new LinkedHashMap<>(labels);
        annotations = annotations == null ? Map.of() : new LinkedHashMap<>(annotations);
        url = listed(url);
    }

    private static <T> List<T> listed(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /**
     * What makes it a body of this sender.
     *
     * @param has places that must hold something, or it is none
     * @param each the list of alerts, for a sender that tells of several at once; absent for one
     * @param opensNothing what is well-formed and yet no reason to act; the first that fits
     */
    public record Body(List<String> has, @Nullable String each, List<Unless> opensNothing) {
        public Body {
            has = listed(has);
            opensNothing = listed(opensNothing);
        }
    }

    /**
     * A reason not to act.
     *
     * @param at the place that tells
     * @param words what stands there, in any case; an asterisk stands for any characters
     * @param because said to the sender
     */
    public record Unless(List<String> at, List<String> words, String because) {
        public Unless {
            at = listed(at);
            words = listed(words);
            if (at.isEmpty() || words.isEmpty() || because == null) {
                throw new IllegalArgumentException("body.opensNothing wants at, words and because");
            }
        }
    }

    /**
     * Whether the condition holds. A body that says nothing there tells of a condition that holds: an alert that is missed is worse.
     *
     * @param at the place that tells
     * @param firing the words for yes; any word that is not listed if empty
     * @param resolved the words for no
     * @param nothing words for what changes neither, as an acknowledgement
     */
    public record Status(List<String> at, List<String> firing, List<String> resolved, List<String> nothing) {
        public Status {
            at = listed(at);
            firing = listed(firing);
            resolved = listed(resolved);
            nothing = listed(nothing);
        }
    }

    /**
     * When. Seconds, milliseconds, microseconds and nanoseconds since 1970 are told apart; texts are ISO 8601, or date and time of day in UTC.
     *
     * @param started when the condition began; when the body came if absent
     * @param ended when it ended
     */
    public record Times(List<String> started, List<String> ended) {
        public Times {
            started = listed(started);
            ended = listed(ended);
        }
    }
}
