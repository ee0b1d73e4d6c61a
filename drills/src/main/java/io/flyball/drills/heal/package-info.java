/** Breaks a small shop of real programs for real, and sees whether the first responder finds and heals it. */
@NullMarked
package io.flyball.drills.heal;

import org.jspecify.annotations.NullMarked;
