/** Whether what was recorded is still what stands there: one canonical form of an entry for whoever writes and whoever checks. */
@NullMarked
package io.flyball.schemas.audit;

import org.jspecify.annotations.NullMarked;
