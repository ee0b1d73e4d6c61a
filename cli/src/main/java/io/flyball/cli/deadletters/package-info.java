/** Records that could not be read. */
@NullMarked
package io.flyball.cli.deadletters;

import org.jspecify.annotations.NullMarked;
