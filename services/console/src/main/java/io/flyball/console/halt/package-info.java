/** Who has answered an order of stop, release or kill, and who has not. */
@NullMarked
package io.flyball.console.halt;

import org.jspecify.annotations.NullMarked;
