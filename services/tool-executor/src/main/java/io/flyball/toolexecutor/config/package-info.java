/** The service's settings, one record per concern. */
@NullMarked
package io.flyball.toolexecutor.config;

import org.jspecify.annotations.NullMarked;
