/** What each action was for and how it went, chained per run so that a change, a gap or a swap shows. */
@NullMarked
package io.flyball.toolexecutor.audit;

import org.jspecify.annotations.NullMarked;
