package io.flyball.console.door;

import java.time.Instant;

/**
 * A browser that showed the token.
 *
 * @param cookie what it keeps; useless to whoever does not hold the token's key
 * @param csrf what its own scripts must repeat in a header, because a foreign page cannot know it
 * @param expiresAt when it must show the token again
 * @param tokenHash of the token that opened it, so that it ends with that token; empty for the local one
 */
record Session(String cookie, String csrf, Instant expiresAt, String tokenHash) {}
