/** Secrets that tools get by reference: their values are known here alone. */
@NullMarked
package io.flyball.toolexecutor.secrets;

import org.jspecify.annotations.NullMarked;
