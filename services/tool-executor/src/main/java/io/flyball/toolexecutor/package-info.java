/** The tool executor: executes allowed actions, at most once, within the agent's permissions, never while a stop is on. */
@NullMarked
package io.flyball.toolexecutor;

import org.jspecify.annotations.NullMarked;
