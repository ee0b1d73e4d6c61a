/** Apart from the console's packages, which it scans for its parts. */
@NullMarked
package io.flyball.loneworker;

import org.jspecify.annotations.NullMarked;
