/** What the inventory says of what a run is about, for planners. */
@NullMarked
package io.flyball.planner.inventory;

import org.jspecify.annotations.NullMarked;
