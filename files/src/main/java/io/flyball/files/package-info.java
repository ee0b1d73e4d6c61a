/** Folders that are held open, so that what is judged is what is used: no link is followed on the way or at its end. */
@NullMarked
package io.flyball.files;

import org.jspecify.annotations.NullMarked;
