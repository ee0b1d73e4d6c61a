/** Runbooks and what follows from them: pure, deterministic, without a memory of its own. */
@NullMarked
package io.flyball.planner.runbook;

import org.jspecify.annotations.NullMarked;
