/** Reads from Kafka what became of the runs. */
@NullMarked
package io.flyball.drills.evidence;

import org.jspecify.annotations.NullMarked;
