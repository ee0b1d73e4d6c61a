/** Which alert opens a run and which joins one. */
@NullMarked
package io.flyball.orchestrator.admission;

import org.jspecify.annotations.NullMarked;
