/** What is measured and what stands beside it, as processes. */
@org.jspecify.annotations.NullMarked
package io.flyball.bench.stack;
