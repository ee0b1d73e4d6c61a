/** What must hold after every drill; pure. */
@NullMarked
package io.flyball.drills.check;

import org.jspecify.annotations.NullMarked;
