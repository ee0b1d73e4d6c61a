/**
 * The life of a run as a pure function: no Spring, no Avro, no Kafka, no clock, no chance. Time and ids arrive in events;
 * what is to be done leaves as commands.
 */
@NullMarked
package io.flyball.orchestrator.run;

import org.jspecify.annotations.NullMarked;
