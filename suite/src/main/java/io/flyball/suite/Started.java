package io.flyball.suite;

import java.time.Duration;
import java.util.Locale;

/** A service that has started, and how long that took. */
record Started(String service, Duration after) {

    /** One line for whoever started the suite: {@code READY console 3.2}. */
    String line() {
        return String.format(Locale.ROOT, "READY %s %.1f", service, after.toMillis() / 1_000.0);
    }
}
