/** Slow, independent work from a share group, on virtual threads. */
@NullMarked
package io.flyball.platform.workqueue;

import org.jspecify.annotations.NullMarked;
