package io.flyball.console.sources;

import java.util.List;
import java.util.Locale;

/** What an event says of its condition: in its data, or as the last word of its type. */
enum CloudEventState {
    FIRING,
    OVER,
    NEITHER,
    UNKNOWN;

    private static final List<String> ALERTS =
            List.of("*alert*", "*alarm*", "*incident*", "*firing*", "*fired*", "*triggered*");
    private static final List<String> THINGS = List.of("alert", "alarm", "incident");
    private static final List<String> BEGUN = List.of(
            "firing",
            "fired",
            "triggered",
            "alert",
            "alerting",
            "alarm",
            "active",
            "activated",
            "open",
            "opened",
            "reopened",
            "new",
            "created",
            "raised",
            "started",
            "detected",
            "occurred",
            "problem",
            "down",
            "failed",
            "failing",
            "unhealthy",
            "degraded",
            "error",
            "critical",
            "warning");
    private static final List<String> ENDED = List.of(
            "resolved",
            "resolve",
            "recovered",
            "closed",
            "cleared",
            "ok",
            "normal",
            "up",
            "inactive",
            "ended",
            "healthy");
    private static final List<String> NEITHER_WORDS = List.of(
            "acknowledged",
            "ack",
            "silenced",
            "suppressed",
            "snoozed",
            "pending",
            "assigned",
            "commented",
            "updated",
            "test");

    /** Whether a type says that its events are alerts. */
    static boolean isAlert(String type) {
        return Words.has(ALERTS, type);
    }

    /** What a word for a status means. */
    static CloudEventState told(String word) {
        if (Words.has(ENDED, word)) {
            return OVER;
        }
        if (Words.has(NEITHER_WORDS, word)) {
            return NEITHER;
        }
        return Words.has(BEGUN, word) ? FIRING : UNKNOWN;
    }

    /** What the last word of a type means; one that is a word for alerts tells of one. */
    static CloudEventState inType(String type) {
        String verb = last(type);
        CloudEventState state = told(verb);
        if (verb.endsWith("test")) {
            return NEITHER;
        }
        return state == UNKNOWN && isAlert(verb) ? FIRING : state;
    }

    /** What goes before the word for a state: com.example.alert, com.example.alert.resolved and com.example.alert.firing tell of one thing. */
    static String stem(String type) {
        String plain = withoutVersion(type);
        return THINGS.contains(last(type)) ? plain : plain.substring(0, Math.max(0, plain.lastIndexOf('.')));
    }

    private static String last(String type) {
        String plain = withoutVersion(type);
        return plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String withoutVersion(String type) {
        return type.replaceFirst("[.]v[0-9]{1,4}$", "");
    }
}
