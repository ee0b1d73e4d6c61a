/** Which channels a message goes to, as a file says. */
@NullMarked
package io.flyball.notifier.routing;

import org.jspecify.annotations.NullMarked;
