/** What a tool is to the executor: it plans without acting, then acts once it is let. */
@NullMarked
package io.flyball.toolexecutor.tools;

import org.jspecify.annotations.NullMarked;
