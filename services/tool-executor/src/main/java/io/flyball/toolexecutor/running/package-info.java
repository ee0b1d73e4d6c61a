/** What runs in this executor now, and what ends it before its time: the stop, a kill switch, a cancelled run. */
@NullMarked
package io.flyball.toolexecutor.running;

import org.jspecify.annotations.NullMarked;
