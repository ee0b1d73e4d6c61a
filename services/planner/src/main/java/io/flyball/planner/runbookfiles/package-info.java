/** Runbooks as people write them in YAML; every mistake is told with file, line and reason. */
@NullMarked
package io.flyball.planner.runbookfiles;

import org.jspecify.annotations.NullMarked;
