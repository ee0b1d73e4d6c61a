package io.flyball.platform.stop;

import org.jspecify.annotations.Nullable;

/** What the emergency stop and the kill switches say, when asked. */
public sealed interface StopState {

    /** Nothing is stopped. */
    record Clear() implements StopState {}

    /**
     * A stop is on.
     *
     * @param key the Redis key that says so
     * @param reason why, as far as the key tells
     * @param by who, as far as the key tells
     * @param at when, as the key tells it; absent if it does not
     */
    record Stopped(
            String key, String reason, String by, @Nullable String at) implements StopState {}

    /** Nobody knows, which counts as stopped. */
    record Unknown(String why) implements StopState {}

    /** Whether something may act. */
    default boolean mayAct() {
        return this instanceof Clear;
    }

    /** For results and messages: why nothing acts; empty if it may. */
    default String explain() {
        return switch (this) {
            case Clear _ -> "";
            case Stopped stopped ->
                stopped.key() + " is on since " + stopped.at() + ", by " + stopped.by() + ": " + stopped.reason();
            case Unknown unknown -> "the emergency stop cannot be read, so nothing acts: " + unknown.why();
        };
    }
}
