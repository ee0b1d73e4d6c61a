/** Counts what runs, tools and models do, for Prometheus. */
@org.jspecify.annotations.NullMarked
package io.flyball.notifier.metrics;
