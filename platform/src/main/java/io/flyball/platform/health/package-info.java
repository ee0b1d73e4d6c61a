/** What readiness is made of. */
@NullMarked
package io.flyball.platform.health;

import org.jspecify.annotations.NullMarked;
