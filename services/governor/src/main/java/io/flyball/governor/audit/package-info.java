/** How the governor's audit entries are sealed. */
@NullMarked
package io.flyball.governor.audit;

import org.jspecify.annotations.NullMarked;
