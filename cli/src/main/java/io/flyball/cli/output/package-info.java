/** The same data as a table or for a program. */
@NullMarked
package io.flyball.cli.output;

import org.jspecify.annotations.NullMarked;
