/** The shell around policy and approval: the Streams topology, its store, and Avro to domain and back. */
@NullMarked
package io.flyball.governor.topology;

import org.jspecify.annotations.NullMarked;
