/** Alerts and run requests, from HTTP to their topics. */
@NullMarked
package io.flyball.console.ingress;

import org.jspecify.annotations.NullMarked;
