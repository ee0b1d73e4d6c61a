/** The emergency stop. */
@NullMarked
package io.flyball.cli.stop;

import org.jspecify.annotations.NullMarked;
