/** Runs programs without a shell's interpretation: held at a gate until they may start, ended with all their children. */
@NullMarked
package io.flyball.toolexecutor.process;

import org.jspecify.annotations.NullMarked;
