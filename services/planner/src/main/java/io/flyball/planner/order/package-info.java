/** Runs that are opened for one action, word for word: it is proposed, and the run ends with what came of it. */
@NullMarked
package io.flyball.planner.order;

import org.jspecify.annotations.NullMarked;
