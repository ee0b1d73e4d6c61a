/** Text that came from outside, looked at for instructions. */
@NullMarked
package io.flyball.schemas.outside;

import org.jspecify.annotations.NullMarked;
