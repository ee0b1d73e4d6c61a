/** Runs: list, show, watch, open. */
@NullMarked
package io.flyball.cli.runs;

import org.jspecify.annotations.NullMarked;
