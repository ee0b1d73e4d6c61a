/** One validated record per concern. */
@NullMarked
package io.flyball.orchestrator.config;

import org.jspecify.annotations.NullMarked;
