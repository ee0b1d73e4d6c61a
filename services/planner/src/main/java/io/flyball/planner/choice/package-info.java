/** Which planner decides, and what it comes back with. */
@NullMarked
package io.flyball.planner.choice;

import org.jspecify.annotations.NullMarked;
