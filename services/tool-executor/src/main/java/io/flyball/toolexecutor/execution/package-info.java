/** One tool call from the topic to its result: checked, claimed, started, recorded. */
@NullMarked
package io.flyball.toolexecutor.execution;

import org.jspecify.annotations.NullMarked;
