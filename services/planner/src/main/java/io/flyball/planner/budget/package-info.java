/** Model calls spend inside budgets. */
@NullMarked
package io.flyball.planner.budget;

import org.jspecify.annotations.NullMarked;
