/**
 * Keeps the emergency stop: the key is there, a flushed Redis is no release, and whoever changes the key by hand is
 * written down and told.
 */
@NullMarked
package io.flyball.governor.stop;

import org.jspecify.annotations.NullMarked;
