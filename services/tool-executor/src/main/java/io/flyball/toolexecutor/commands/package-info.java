/** Decides which commands an agent may run. Pure: argv in, decision out. */
@NullMarked
package io.flyball.toolexecutor.commands;

import org.jspecify.annotations.NullMarked;
