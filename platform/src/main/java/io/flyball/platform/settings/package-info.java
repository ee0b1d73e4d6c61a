/** Which settings there are, and that nobody sets one that is not there. */
@NullMarked
package io.flyball.platform.settings;

import org.jspecify.annotations.NullMarked;
