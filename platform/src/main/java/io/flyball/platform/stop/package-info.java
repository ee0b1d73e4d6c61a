/** The emergency stop and the kill switches, asked afresh before anything acts. */
@NullMarked
package io.flyball.platform.stop;

import org.jspecify.annotations.NullMarked;
