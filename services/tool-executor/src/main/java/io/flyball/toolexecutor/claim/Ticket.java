package io.flyball.toolexecutor.claim;

import io.flyball.platform.stop.StopState;

/** Whether an action may start, at the moment when Redis answered. */
public sealed interface Ticket {

    /** It may, now. The claim is made. */
    record Granted() implements Ticket {}

    /** A stop is on. No claim is made. */
    record Stopped(StopState.Stopped stop) implements Ticket {}

    /** Nobody can say whether a stop is on, so nothing starts. Asking again may help. */
    record Unclear(String why) implements Ticket {}

    /** Somebody else has it, or had it. */
    record Taken(Standing standing) implements Ticket {}
}
