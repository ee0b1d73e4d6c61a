/** At most one start per action, and none while a stop is on: both decided by Redis in one step. */
@NullMarked
package io.flyball.toolexecutor.claim;

import org.jspecify.annotations.NullMarked;
