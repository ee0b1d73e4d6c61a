/** How the records may change: released versions, the check against them, and the command that releases. Not packaged. */
@NullMarked
package io.flyball.schemas.evolution;

import org.jspecify.annotations.NullMarked;
