/** The emergency stop and the kill switches. */
@NullMarked
package io.flyball.cli.stop;

import org.jspecify.annotations.NullMarked;
