/** What a suite costs in which nothing happens. */
@org.jspecify.annotations.NullMarked
package io.flyball.bench.idle;
