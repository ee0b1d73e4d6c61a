/** The orchestrator: from alert to result. */
@NullMarked
package io.flyball.orchestrator;

import org.jspecify.annotations.NullMarked;
