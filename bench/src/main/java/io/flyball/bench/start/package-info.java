/** What compilation costs an orchestrator that has just been started. */
@org.jspecify.annotations.NullMarked
package io.flyball.bench.start;
