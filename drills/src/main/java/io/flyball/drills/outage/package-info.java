/** The orchestrator, or the broker, away for minutes while runs are open in every state and alerts keep coming. */
@NullMarked
package io.flyball.drills.outage;

import org.jspecify.annotations.NullMarked;
