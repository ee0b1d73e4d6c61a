/** The drill {@code poison}: hostile but legal bodies among good runs. */
@NullMarked
package io.flyball.drills.poison;

import org.jspecify.annotations.NullMarked;
