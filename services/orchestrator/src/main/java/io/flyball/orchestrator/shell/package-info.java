/** The shell around the machine: topics, stores, timers, and the mapping between records and domain. */
@NullMarked
package io.flyball.orchestrator.shell;

import org.jspecify.annotations.NullMarked;
