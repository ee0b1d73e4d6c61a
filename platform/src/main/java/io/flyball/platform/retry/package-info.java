/** Trying again, each time after a longer pause. */
@NullMarked
package io.flyball.platform.retry;

import org.jspecify.annotations.NullMarked;
