/** One trace over every hop, with the agent or without it. */
@NullMarked
package io.flyball.platform.telemetry;

import org.jspecify.annotations.NullMarked;
