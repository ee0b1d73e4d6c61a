/** A raw Kafka relay, which the engine is held against. */
@org.jspecify.annotations.NullMarked
package io.flyball.bench.relay;
