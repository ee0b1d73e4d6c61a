/** The run engine with an instant planner, governor and executor. */
@org.jspecify.annotations.NullMarked
package io.flyball.bench.engine;
