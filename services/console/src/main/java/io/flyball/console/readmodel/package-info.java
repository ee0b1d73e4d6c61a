/** What the console knows of runs, approvals, the stop and dead letters, read from the topics. */
@NullMarked
package io.flyball.console.readmodel;

import org.jspecify.annotations.NullMarked;
