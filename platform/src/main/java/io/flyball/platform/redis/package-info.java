/** The connection to Redis. */
@NullMarked
package io.flyball.platform.redis;

import org.jspecify.annotations.NullMarked;
