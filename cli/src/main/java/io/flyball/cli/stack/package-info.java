/** The whole suite on this machine: starting, watching and ending it. */
@NullMarked
package io.flyball.cli.stack;

import org.jspecify.annotations.NullMarked;
