/** The trash: what was taken away or replaced, with who did it, where it was and how it comes back. */
@NullMarked
package io.flyball.files.trash;

import org.jspecify.annotations.NullMarked;
