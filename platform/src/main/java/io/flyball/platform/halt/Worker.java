package io.flyball.platform.halt;

import java.time.Instant;

/**
 * A service that runs, from one start to its end.
 *
 * @param id another one after each start
 * @param place service@host:port; who is there later has taken over
 */
record Worker(String id, String place, String service, Instant startedAt) {}
