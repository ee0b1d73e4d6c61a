/** Who is there to obey a stop, and the receipt with which each answers an order of stop, release, kill or revive. */
@NullMarked
package io.flyball.platform.halt;

import org.jspecify.annotations.NullMarked;
