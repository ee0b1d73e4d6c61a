/** Where records of strangers come in: what cannot be is refused, what is too long for a run is shortened. */
@NullMarked
package io.flyball.orchestrator.entrance;

import org.jspecify.annotations.NullMarked;
