/** Known kinds of fault, and what was made of them in a run. */
@NullMarked
package io.flyball.cli.causes;

import org.jspecify.annotations.NullMarked;
