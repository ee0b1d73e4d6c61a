/** How fast the run engine is. */
@org.jspecify.annotations.NullMarked
package io.flyball.bench;
