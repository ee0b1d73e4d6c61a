/** Finding the suite and talking to it. */
@NullMarked
package io.flyball.cli.access;

import org.jspecify.annotations.NullMarked;
