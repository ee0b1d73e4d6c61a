/** One validated record per concern. */
@NullMarked
package io.flyball.governor.config;

import org.jspecify.annotations.NullMarked;
