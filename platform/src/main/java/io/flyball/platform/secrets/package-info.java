/** The secret filter as every service is given it. */
@NullMarked
package io.flyball.platform.secrets;

import org.jspecify.annotations.NullMarked;
