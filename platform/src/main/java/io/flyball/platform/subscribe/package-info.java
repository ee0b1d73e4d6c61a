/** Reading topics: in a group, or whole, for a projection. */
@NullMarked
package io.flyball.platform.subscribe;

import org.jspecify.annotations.NullMarked;
