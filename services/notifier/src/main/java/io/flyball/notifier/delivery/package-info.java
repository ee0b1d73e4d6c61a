/** The life of one message on one channel, as a pure function. */
@NullMarked
package io.flyball.notifier.delivery;

import org.jspecify.annotations.NullMarked;
