/** JSON Lines for scripts: one object a line in, one a line out, in the same order. */
@NullMarked
package io.flyball.cli.lines;

import org.jspecify.annotations.NullMarked;
