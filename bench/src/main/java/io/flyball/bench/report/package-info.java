/** The figures, for people and for scripts. */
@org.jspecify.annotations.NullMarked
package io.flyball.bench.report;
