/** The shell: topics, store, attempts beside the stream thread. */
@NullMarked
package io.flyball.notifier.topology;

import org.jspecify.annotations.NullMarked;
