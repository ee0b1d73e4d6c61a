/** What is broken, when, and how it is brought back. */
@NullMarked
package io.flyball.drills.faults;

import org.jspecify.annotations.NullMarked;
