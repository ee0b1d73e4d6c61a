/** One validated record per concern. */
@NullMarked
package io.flyball.notifier.config;

import org.jspecify.annotations.NullMarked;
