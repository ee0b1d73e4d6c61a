/** Policy as files: read, checked and watched, so that what is in force is always a version that was whole. */
@NullMarked
package io.flyball.governor.policyfiles;

import org.jspecify.annotations.NullMarked;
