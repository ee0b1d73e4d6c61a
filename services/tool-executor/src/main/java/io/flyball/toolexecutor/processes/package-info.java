/** Looks at processes of this machine: what the kernel tells of them, and what a virtual machine tells of its threads. */
@NullMarked
package io.flyball.toolexecutor.processes;

import org.jspecify.annotations.NullMarked;
