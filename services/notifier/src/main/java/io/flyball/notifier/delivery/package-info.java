/** Pure: the life of one message on its way to people. */
@NullMarked
package io.flyball.notifier.delivery;

import org.jspecify.annotations.NullMarked;
