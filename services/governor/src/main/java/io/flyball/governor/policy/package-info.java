/**
 * What policy says to an action: pure, so that the same files and the same proposal always give the same judgement.
 * Knows tools and agents as the catalogue states them, and never a clock, a topic or a store.
 */
@NullMarked
package io.flyball.governor.policy;

import org.jspecify.annotations.NullMarked;
