/** The wiring that every service shares. */
@NullMarked
package io.flyball.platform;

import org.jspecify.annotations.NullMarked;
