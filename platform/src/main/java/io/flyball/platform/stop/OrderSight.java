package io.flyball.platform.stop;

import java.time.Instant;

/** What is known of the orders of stop and release on agent.control. */
public sealed interface OrderSight {

    /** The topic has not been read to its end, so a stop may stand on it. */
    record NotRead() implements OrderSight {}

    /** Nobody ever ordered anything. */
    record NoOrder() implements OrderSight {}

    /**
     * The newest order.
     *
     * @param id the order's own
     * @param stops whether it stops; else it releases
     * @param reason why
     * @param by who gave it
     * @param at when it was given
     */
    record Newest(String id, boolean stops, String reason, String by, Instant at) implements OrderSight {}

    /** What holds, given what the key says: a key that says inactive counts only if it names the newest order, a release. */
    default StopState with(StopState key, String namedByKey) {
        return key.mayAct() ? released(key, namedByKey) : key;
    }

    private StopState released(StopState key, String namedByKey) {
        return switch (this) {
            case NotRead _ -> new StopState.Unknown("agent.control has not been read to its end yet");
            case NoOrder _ -> key;
            case Newest newest
            when newest.stops() ->
                new StopState.Stopped(
                        StopValue.KEY, newest.reason(), newest.by(), newest.at().toString());
            case Newest newest ->
                newest.id().equals(namedByKey)
                        ? key
                        : new StopState.Unknown("the key says inactive, but does not name the newest order "
                                + newest.id() + "; the governor mends it");
        };
    }
}
