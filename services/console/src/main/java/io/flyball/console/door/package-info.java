/** Who comes in, with what, and what they are told when they may not. */
@NullMarked
package io.flyball.console.door;

import org.jspecify.annotations.NullMarked;
