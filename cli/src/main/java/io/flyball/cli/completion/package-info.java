/** Completion of commands in the shell. */
@NullMarked
package io.flyball.cli.completion;

import org.jspecify.annotations.NullMarked;
