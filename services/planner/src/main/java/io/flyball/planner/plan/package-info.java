/** What a planner knows and what it can want; pure, and the same for every planner. */
@NullMarked
package io.flyball.planner.plan;

import org.jspecify.annotations.NullMarked;
