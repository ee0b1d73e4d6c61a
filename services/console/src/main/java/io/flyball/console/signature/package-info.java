/** Whether a body is from whom it says, by the signature that its sender gives. */
@NullMarked
package io.flyball.console.signature;

import org.jspecify.annotations.NullMarked;
