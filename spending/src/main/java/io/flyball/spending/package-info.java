/** Reserve before, settle after. {@link io.flyball.spending.Books} decides; the rest reads files and talks to Redis. */
@NullMarked
package io.flyball.spending;

import org.jspecify.annotations.NullMarked;
