/** What every line of a log says about the work in which it was written. */
@NullMarked
package io.flyball.platform.log;

import org.jspecify.annotations.NullMarked;
