/** The suite's neighbours (broker, schema registry, Redis, tracing) as real processes on this machine. */
@NullMarked
package io.flyball.localstack;

import org.jspecify.annotations.NullMarked;
