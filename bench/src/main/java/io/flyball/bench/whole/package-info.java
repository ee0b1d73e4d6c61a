/** The whole suite with the self-check runbook. */
@org.jspecify.annotations.NullMarked
package io.flyball.bench.whole;
