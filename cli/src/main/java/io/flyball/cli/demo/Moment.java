package io.flyball.cli.demo;

import io.flyball.cli.access.EventFeed.Happening;

/** What the demo waits for. */
sealed interface Moment {

    /** The console told something. */
    record Told(Happening happening) implements Moment {}

    /** The person typed a line; empty as well when there is nobody to type. */
    record Typed(String line) implements Moment {}
}
