/** The planner: what to do next, by a runbook or by a model. */
@NullMarked
package io.flyball.planner;

import org.jspecify.annotations.NullMarked;
