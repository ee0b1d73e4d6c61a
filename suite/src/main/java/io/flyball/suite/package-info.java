/** All services in one JVM. */
@NullMarked
package io.flyball.suite;

import org.jspecify.annotations.NullMarked;
