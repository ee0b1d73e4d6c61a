/** The reference page, drawn from the commands themselves. */
@NullMarked
package io.flyball.cli.reference;

import org.jspecify.annotations.NullMarked;
