/** A storm of alerts, in which the emergency stop must still answer. */
@NullMarked
package io.flyball.drills.storm;

import org.jspecify.annotations.NullMarked;
