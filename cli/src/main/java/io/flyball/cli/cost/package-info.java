/** What the suite's model calls have cost. */
@NullMarked
package io.flyball.cli.cost;

import org.jspecify.annotations.NullMarked;
