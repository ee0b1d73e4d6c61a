/** Opens runs while the suite is broken, and answers their approvals. */
@NullMarked
package io.flyball.drills.load;

import org.jspecify.annotations.NullMarked;
