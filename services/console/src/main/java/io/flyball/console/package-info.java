/** The suite's one HTTP door. */
@NullMarked
package io.flyball.console;

import org.jspecify.annotations.NullMarked;
