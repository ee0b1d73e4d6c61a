package io.flyball.console.door;

import java.time.Instant;

/**
 * A browser that showed the token.
 *
 * @param cookie what it keeps; useless to whoever does not hold the token's key
 * @param csrf what its own scripts must repeat in a header, because a foreign page cannot know it
 * @param expiresAt when it must show the token again
 * @param name who showed a token of their own; empty for the local token
 */
record Session(String cookie, String csrf, Instant expiresAt, String name) {}
