/** Counts what the runs really did. */
@NullMarked
package io.flyball.drills.effects;

import org.jspecify.annotations.NullMarked;
