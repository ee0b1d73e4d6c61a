/** The span of a request. */
@NullMarked
package io.flyball.console.trace;

import org.jspecify.annotations.NullMarked;
